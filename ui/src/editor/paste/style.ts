// Reads the style attributes of pasted HTML as text: Word says there what is
// bold, what is a list and what is a footnote. Nothing is ever applied.

/** HTML with its style attributes under another name: they are read here, and
 * a window with a strict policy would complain of each of them. */
export const sparedStyles = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/i, ' data-stijl='))

/** The declarations of an element's style attribute, names in lower case. */
export function styleOf(element: Element): Map<string, string> {
  const found = new Map<string, string>()
  for (const declaration of (element.getAttribute('data-stijl') ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0)
      found.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
  }
  return found
}

/** Whether an element says that its text is bold; none when it does not say. */
export function boldness(element: Element, style: Map<string, string>): boolean | null {
  const weight = style.get('font-weight')
  if (weight) return /^(bold(er)?|[6-9]\d\d)$/.test(weight)
  return /^(b|strong)$/i.test(element.tagName) ? true : null
}

/** Whether an element says that its text is italic; none when it does not say. */
export function slant(element: Element, style: Map<string, string>): boolean | null {
  const own = style.get('font-style')
  if (own) return /^(italic|oblique)/.test(own)
  return /^(i|em|cite|dfn)$/i.test(element.tagName) ? true : null
}

const plain =
  /^(windowtext|black|#000(000)?|inherit|initial|auto|currentcolor|rgb\(0, ?0, ?0\)|white|#fff(fff)?|transparent|none|rgb\(255, ?255, ?255\))?$/

/** Whether an element colours its text or what is behind it. */
export function isColoured(element: Element, style: Map<string, string>): boolean {
  const colours = [
    style.get('color'),
    style.get('background'),
    style.get('background-color'),
    style.get('mso-highlight'),
    element.getAttribute('color'),
    element.getAttribute('bgcolor'),
  ]
  return colours.some((colour) => colour != null && !plain.test(colour.trim().toLowerCase()))
}
