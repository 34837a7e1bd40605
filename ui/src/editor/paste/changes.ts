// What a paste says with a stroke or with the height of a letter, and what
// would mean something else without: deleted text, struck text, and figures
// above or below the line.
import { styleOf } from './style'

/** Whether an element holds text that was deleted with changes tracked. */
export const isDeleted = (element: Element): boolean =>
  /\bmsoDel\b/i.test(element.className) ||
  (element.tagName === 'DEL' && (element.hasAttribute('cite') || element.hasAttribute('datetime')))

/** Whether an element strikes through text that is not deleted. */
export function isStruck(element: Element, style: Map<string, string>): boolean {
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const word = style.get('text-line-through') ?? 'none'
  const struck = /^(s|strike|del)$/i.test(element.tagName) || /line-through/.test(line) || word !== 'none'
  return struck && hasLiving(element)
}

/** Whether an element has text that stays. */
function hasLiving(node: Node): boolean {
  if (node.nodeType === 3) return /\S/.test(node.nodeValue ?? '')
  if (node.nodeType === 1 && isDeleted(node as Element)) return false
  return [...node.childNodes].some(hasLiving)
}

/** Above or below the line. */
export type Height = 'super' | 'sub'

const BLOCK = /^(p|div|li|td|th|h[1-6]|body|blockquote|dd|dt)$/i

/** How high a text stands; none on the line. */
export function raised(text: Node): Height | null {
  for (let at = text.parentElement; at && !BLOCK.test(at.tagName); at = at.parentElement) {
    const said = styleOf(at).get('vertical-align')
    if (said === 'super' || said === 'sub') return said
    if (said === 'baseline') return null
    if (at.tagName === 'SUP') return 'super'
    if (at.tagName === 'SUB') return 'sub'
  }
  return null
}

const SIGNS: Record<Height, [plain: string, high: string]> = {
  super: ['0123456789+-\u2212=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'],
  sub: ['0123456789+-\u2212=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'],
}

/** Letters that mean the same on the line: 1e, 21ste, Merk TM. */
const ON_THE_LINE = /^\s*(e|de|ste|o|a|er|re|st|nd|rd|th|tm)\s*$/i

/** A text in the signs that Unicode has at a height, and whether letters of it
 * come to stand on the line where they may mean something else. */
export function lettersAt(text: string, height: Height, afterDigit: boolean): { text: string; changed: boolean } {
  if (height === 'super' && afterDigit && text.trim() === 'n') return { text: text.replace('n', 'ⁿ'), changed: false }
  const [plain, high] = SIGNS[height]
  const signs = [...high]
  const counts = afterDigit || /\d/.test(text)
  const put = counts ? [...text].map((sign) => signs[[...plain].indexOf(sign)] ?? sign).join('') : text
  return { text: put, changed: /\p{L}/u.test(text) && !ON_THE_LINE.test(text) }
}
