// Text without marks, as a PDF, an e-mail or a notepad gives it: the lines of
// a page become running text again, and lines with a bullet or a number a list.
// Every word stays.
import type { Block } from '../../wire'

/** A column of print is so many characters wide. Where all lines are shorter,
 * as in an address, a line stays a line; a longer one is a paragraph. */
const COLUMN = { least: 45, most: 130 }

const BULLET = /^\s*(?:[•●▪◦‣⁃\uf0b7]|[-–—*·o](?=\s))\s*(?=\S)/u
const NUMBER = /^\s*(\d{1,2})[.)]\s+(?=\S)/

/** What a line begins: running text, an item with a bullet, one with a number. */
type Start = 'text' | 'bullet' | number

interface Line {
  text: string
  start: Start
}

function read(raw: string): Line {
  const number = NUMBER.exec(raw)
  const bullet = number ?? BULLET.exec(raw)
  const text = raw.slice(bullet?.[0].length ?? 0).trim()
  return { text, start: number ? Number(number[1]) : bullet ? 'bullet' : 'text' }
}

/** The text as blocks. */
export function readPlain(text: string): Block[] {
  const raws = text.replaceAll('\t', ' ').split(/\r\n?|[\n\f\v\u2028\u2029]/)
  const width = Math.max(...raws.map((raw) => raw.trimEnd().length))
  const isPrint = width >= COLUMN.least && width <= COLUMN.most
  const whole: Line[] = []
  let before = ''
  for (const raw of raws) {
    const line = read(raw)
    const last = before.trim() === '' ? undefined : whole.at(-1)
    if (last && line.start === 'text' && isPrint && isFull(before, line.text, width))
      last.text = join(last.text, line.text)
    else if (line.text !== '') whole.push(line)
    before = raw.trimEnd()
  }
  return blocksOf(whole)
}

/** Whether a line ended because the next word did not fit. Letters differ in
 * width, so that it may end somewhat before the longest one. */
const isFull = (line: string, next: string, width: number): boolean =>
  next !== '' && line.length + 1 + (next.split(/\s/, 1)[0] ?? '').length > width * 0.9

/** The hyphen at the end of a line may belong to the word, and stays;
 * "beleids- en uitvoeringskosten" keeps its space. */
const join = (before: string, after: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) && !/^(?:en|of)\s/.test(after)
    ? before + after
    : `${before} ${after}`

/** Items behind each other are a list; one number alone is a number. */
function blocksOf(lines: Line[]): Block[] {
  const out: Block[] = []
  for (const [index, { text, start }] of lines.entries()) {
    const isOne =
      typeof start === 'number' && lines[index - 1]?.start !== start - 1 && lines[index + 1]?.start !== start + 1
    const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] })
    const ordered = start !== 'bullet'
    const last = out.at(-1)
    if (start === 'text' || isOne) out.push(paragraph(isOne ? `${start}. ${text}` : text))
    else if (
      last?.type === 'list' &&
      last.ordered === ordered &&
      (!ordered || last.start + last.items.length === start)
    )
      last.items.push({ blocks: [paragraph(text)] })
    else out.push({ type: 'list', ordered, start: ordered ? start : 1, items: [{ blocks: [paragraph(text)] }] })
  }
  return out
}
