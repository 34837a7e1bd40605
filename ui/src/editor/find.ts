// Looks for text in the documents of the sections.
import type { Node } from 'prosemirror-model'
import type { Span } from './places'

/** How to look. */
export interface Query {
  text: string
  /** Whether upper and lower case differ. */
  exact: boolean
  /** Whether only whole words count. */
  whole: boolean
}

/** Letters with the same length in lower case, so that positions hold. */
const fold = (text: string): string =>
  [...text].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')

/** Where a text stands in a plain text. */
export function findInText(text: string, query: Query): Span[] {
  if (query.text === '') return []
  const [hay, needle] = query.exact ? [text, query.text] : [fold(text), fold(query.text)]
  const found: Span[] = []
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    const end = at + needle.length
    const letter = /[\p{L}\p{N}_]/u
    const inside = letter.test(text[at - 1] ?? '') || letter.test(text[end] ?? '')
    if (!query.whole || !inside) found.push({ from: at, to: end })
  }
  return found
}

/** Where a text stands in a document; a reference to a footnote stands for
 * one character that nothing equals. */
export function findInDoc(doc: Node, query: Query): Span[] {
  const found: Span[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const span of findInText(text, query)) found.push({ from: pos + 1 + span.from, to: pos + 1 + span.to })
    return false
  })
  return found
}
