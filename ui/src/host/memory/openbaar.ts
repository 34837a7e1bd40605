// The public version of the memory host's nota: placeholders for what is
// withheld, a few suggestions, and both versions side by side.
import {
  gronden,
  type Barrier,
  type Block,
  type Cell,
  type FieldView,
  type Inline,
  type Place,
  type SectionView,
  type SuggestionView,
  type WithheldGroup,
} from '../../wire'
import { texts, type Content } from './changes'
import { fields as known } from './nota'

const nowhere: Place = { section: null, index: null, note: null, path: [], range: null, field: null }

const INTERN = 'een deel dat alleen intern is'

/** What comes in the place of what is withheld. */
const placeholder = (grond: string): Inline => ({
  type: 'text',
  text: gronden.find((own) => own.code === grond)?.plaats ?? '[niet openbaar]',
})

const groundOf = (inline: Inline): string | null =>
  inline.marks?.flatMap((mark) => (mark.type === 'lak' ? [mark.grond] : []))[0] ?? null

function runs(inlines: Inline[]): Inline[] {
  const out: Inline[] = []
  let last: string | null = null
  for (const inline of inlines) {
    const grond = groundOf(inline)
    if (grond === null) out.push(inline)
    else if (grond !== last) out.push(placeholder(grond))
    last = grond
  }
  return out
}

/** Blocks without what is withheld. */
export function publicBlocks(blocks: Block[]): Block[] {
  return blocks.map((block): Block => {
    const cells = (row: Cell[]): Cell[] => row.map((cell) => ({ inlines: runs(cell.inlines) }))
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, inlines: runs(block.inlines) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ blocks: publicBlocks(item.blocks) })) }
      case 'table':
        return { ...block, head: cells(block.head), rows: block.rows.map(cells) }
      case 'quote':
        return { ...block, blocks: publicBlocks(block.blocks) }
      case 'lak':
        return { type: 'paragraph', inlines: [placeholder(block.grond)] }
    }
  })
}

/** The fields as they become public. */
export const publicFields = (fields: FieldView[]): FieldView[] =>
  fields.map((own) => (own.lak !== null && own.value ? { ...own, value: 'niet openbaar' } : own))

/** The sections as they become public. */
export const publicSections = (sections: SectionView[]): SectionView[] =>
  sections.filter((own) => !own.alleen_intern).map((own) => ({ ...own, blocks: publicBlocks(own.blocks) }))

/** Withheld fields by key. */
export function lakken({ fields }: Content): Map<string, string> {
  const list = fields['lakken']
  const entries = Array.isArray(list) ? (list as { veld: string; grond: string }[]) : []
  return new Map(entries.map(({ veld, grond }) => [veld, grond]))
}

/** What is withheld, by ground. */
export function withheld(fields: FieldView[], sections: SectionView[]): WithheldGroup[] {
  const groups = new Map<string, WithheldGroup>()
  const add = (grond: string, soort: string, begin: string, place: Place): void => {
    const group = groups.get(grond) ?? { grond, gelakt: [] }
    group.gelakt.push({ soort, begin, place })
    groups.set(grond, group)
  }
  for (const own of fields)
    if (own.lak !== null && own.value)
      add(own.lak, 'een gelakt veld', String(own.value), { ...nowhere, field: own.sleutel })
  for (const { index, sleutel, blocks, alleen_intern } of sections) {
    const base = { ...nowhere, section: sleutel, index }
    const text = (own: Block): string => [...texts([own])].map((one) => one.text).join(' ')
    if (alleen_intern && blocks.length) add('', INTERN, text(blocks[0] as Block), base)
    else
      for (const [at, block] of blocks.entries()) {
        if (block.type === 'lak') add(block.grond, 'een gelakt blok', text(block), { ...base, path: [at] })
        if (block.type !== 'paragraph') continue
        for (const inline of block.inlines) {
          const grond = groundOf(inline)
          if (grond !== null && inline.type === 'text')
            add(grond, 'een gelakte tekst', inline.text, { ...base, path: [at] })
        }
      }
  }
  return [...groups.values()]
}

/** What stands in the way. */
export const barriers = (groups: WithheldGroup[]): Barrier[] =>
  groups
    .filter(({ grond }) => !gronden.some((own) => own.code === grond))
    .flatMap(({ gelakt }) =>
      gelakt
        .filter(({ soort }) => soort !== INTERN)
        .map(({ place }) => ({
          tekst: 'Bij deze gelakte tekst staat geen grond van de Woo.',
          hulp: 'Kies een grond met Ctrl+Shift+L.',
          place,
        })),
    )

/** What is said of an older public file when there is no new one. */
export const older = [
  'Er staat nog een oudere openbare versie: ‘Beslisnota Kamerbrief-openbaar.pdf’ van 3 maart 2024, 14:03. Publiceer die niet als de nieuwe.',
]

/** Names after a form of address, and those withheld elsewhere. */
export function suggest(sections: SectionView[]): SuggestionView[] {
  const groups = new Map<string, SuggestionView>()
  for (const { index, sleutel, blocks } of sections)
    for (const { path, text, withheld: hidden } of openTexts(blocks))
      for (const match of text.matchAll(/(?<=\b(?:de heer|mevrouw) )(?:[A-Z]\. ?)*[A-Z]\p{L}+(?: [A-Z]\p{L}+)?/gu)) {
        const [tekst] = match
        const start = [...text.slice(0, match.index)].length
        if (hidden.some(([from, to]) => from < start + tekst.length && to > start)) continue
        const group = groups.get(tekst) ?? { tekst, reden: 'een naam', grond: '5.1.2e', plekken: [] }
        group.plekken.push({
          place: { ...nowhere, section: sleutel, index, path, range: { start, end: start + [...tekst].length } },
          voor: text.slice(Math.max(0, match.index - 30), match.index),
          na: text.slice(match.index + tekst.length, match.index + tekst.length + 30),
        })
        groups.set(tekst, group)
      }
  return [...groups.values()]
}

/** The paragraphs at the top with the ranges that are withheld in them. */
function* openTexts(blocks: Block[]): Generator<{ path: number[]; text: string; withheld: [number, number][] }> {
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'paragraph') continue
    const hidden: [number, number][] = []
    let text = ''
    for (const inline of block.inlines) {
      const start = [...text].length
      if (inline.type === 'text') text += inline.text
      else if (inline.type === 'break') text += '\n'
      if (groundOf(inline) !== null) hidden.push([start, [...text].length])
    }
    yield { path: [at], text, withheld: hidden }
  }
}

/** Marks the characters of a range, or takes the mark away. */
export function markRuns(inlines: Inline[], start: number, end: number, grond: string | null): Inline[] {
  let at = 0
  return inlines.flatMap((inline) => {
    const chars = inline.type === 'text' ? [...inline.text] : []
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, chars.length)]
    at += chars.length
    if (inline.type !== 'text' || from >= to) return [inline]
    const bare = (inline.marks ?? []).filter((mark) => mark.type !== 'lak')
    const own = grond === null ? bare : [{ type: 'lak' as const, grond }, ...bare]
    const piece = (text: string, marks = inline.marks ?? []): Inline[] =>
      text === '' ? [] : [{ type: 'text', text, ...(marks.length ? { marks } : {}) }]
    return [
      ...piece(chars.slice(0, from).join('')),
      ...piece(chars.slice(from, to).join(''), own),
      ...piece(chars.slice(to).join('')),
    ]
  })
}

/** The list of withheld fields after a change. */
export function setLakken(content: Content, key: string, grond: string | null): Content {
  const list = lakken(content)
  if (grond === null) list.delete(key)
  else if (known().some((own) => own.sleutel === key)) list.set(key, grond)
  const entries = [...list].map(([veld, own]) => ({ veld, grond: own }))
  return { ...content, fields: { ...content.fields, lakken: entries } }
}
