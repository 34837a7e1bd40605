// Looks for text as a reader sees it: what is typed without accent, with
// straight quotation marks or in another case finds its fuller forms too.

/** How to look. */
export interface Query {
  text: string
  /** Whether upper and lower case differ. */
  exact: boolean
  /** Whether a letter without accent finds only a letter without accent. */
  accents: boolean
  /** Whether only whole words count. */
  whole: boolean
}

/** A range of positions in a text, in units of UTF-16. */
export interface Stretch {
  from: number
  to: number
}

/** Signs that a keyboard has once and a text in several forms. */
const plainSigns: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2011': '-',
}

/** A sign with its accents, and with the signs without width after it. */
const SIGN = /[^][\p{M}\p{Default_Ignorable_Code_Point}]*/gu
const ASCII = /^[\0-\x7f]*$/

const lower = (text: string): string => text.toLowerCase()
/** Without accents; an accent on its own stays. */
const bare = (sign: string): string => sign.normalize('NFD').replace(/(?<=.)\p{M}+/gsu, '')
const visible = (sign: string): string =>
  sign.replace(/(?<=.)\p{Default_Ignorable_Code_Point}+/gsu, '').normalize('NFC')
const plain = (sign: string): string => plainSigns[sign] ?? sign

/** A text at its simplest, and where each of its units comes from. */
interface Folded {
  text: string
  /** The start in the text as written; none for the identity. */
  at: number[] | null
}

function fold(text: string): Folded {
  if (ASCII.test(text)) return { text: lower(text), at: null }
  let folded = ''
  const at: number[] = []
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const own = lower(plain(bare(visible(sign))))
    folded += own
    for (let unit = 0; unit < own.length; unit++) at.push(index)
  }
  return { text: folded, at: [...at, text.length] }
}

/** Whether a sign of the text is what the sign that is looked for means. */
function means(sign: string, wanted: string, { exact, accents }: Query): boolean {
  const [own, asked] = [visible(sign), visible(wanted)]
  const forms = [own, plain(own)]
  if (!accents) forms.push(plain(bare(own)))
  return forms.some((form) => (exact ? form === asked : lower(form) === lower(asked)))
}

const signs = (text: string): string[] => text.match(SIGN) ?? []
const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(sign)

/** Whether a stretch does not go on as the same word on either side. */
function isWhole(text: string, { from, to }: Stretch): boolean {
  const before = [...text.slice(Math.max(0, from - 2), from)].at(-1)
  const after = [...text.slice(to, to + 2)][0]
  const [first] = text.slice(from, to)
  const last = [...text.slice(from, to)].at(-1)
  return !(isLetter(first) && isLetter(before)) && !(isLetter(last) && isLetter(after))
}

/** Where a text stands in a plain text. */
export function findInText(text: string, query: Query): Stretch[] {
  const needle = fold(query.text).text
  if (needle === '') return []
  const wanted = signs(query.text)
  const hay = fold(text)
  const found: Stretch[] = []
  for (let at = hay.text.indexOf(needle); at >= 0;) {
    const end = at + needle.length
    const own = { from: hay.at?.[at] ?? at, to: hay.at?.[end] ?? end }
    const there = signs(text.slice(own.from, own.to))
    const fits =
      there.length === wanted.length &&
      there.every((sign, index) => means(sign, wanted[index] ?? '', query)) &&
      (!query.whole || isWhole(text, own))
    if (fits) found.push(own)
    at = hay.text.indexOf(needle, fits ? end : at + 1)
  }
  return found
}
