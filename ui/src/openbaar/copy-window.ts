// Copying and dragging outside the editors while the public version is shown:
// of what is selected only that goes along which everyone may read. What that
// is, is said by the window itself (`data-openbaar`), so that a new pane gives
// nothing away until it says so.

/** Where text stands that everyone may read. */
const READABLE = '[data-openbaar]'

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, .in-rij'

/** The public text of a selection, a line for each block. */
export function publicText(range: Range): string[] {
  const lines: string[] = []
  let block: Element | null = null
  let placed: string | null = null
  const add = (parent: Element, text: string): void => {
    const own = parent.closest(BLOCKS)
    if (own !== block || lines.length === 0) lines.push('')
    block = own
    lines[lines.length - 1] += text
  }
  for (const node of textsIn(range)) {
    const parent = node.parentElement
    if (!parent?.closest(READABLE) || parent.closest('[data-intern] .ProseMirror')) continue
    const withheld = parent.closest('[data-plaats]')
    if (withheld) {
      // One placeholder for all of it, in a block.
      const own = withheld.getAttribute('data-plaats') ?? ''
      if (own !== placed || withheld.closest(BLOCKS) !== block) add(withheld, own)
      placed = own
      continue
    }
    placed = null
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : node.data.length
    add(parent, node.data.slice(from, to))
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

function* textsIn(range: Range): Generator<Text> {
  const root = range.commonAncestorContainer
  if (root instanceof Text) return yield root
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && range.intersectsNode(node)) yield node
}

/** Puts the public text of the selection where it is copied or dragged to;
 * whether there was any. Copying in an editor or in a field is left to it. */
export function copyPublic(event: ClipboardEvent | DragEvent): boolean {
  const target = event.target instanceof Element ? event.target : (event.target as Node | null)?.parentElement
  const to = 'clipboardData' in event ? event.clipboardData : (event as DragEvent).dataTransfer
  const selection = getSelection()
  const isField = target?.matches('input, textarea')
  const inEditor = target?.closest('.ProseMirror')?.contains(selection?.anchorNode ?? null)
  if (!to || isField || inEditor) return true
  if (!selection?.rangeCount || selection.isCollapsed) return true
  const lines = publicText(selection.getRangeAt(0))
  event.preventDefault()
  if (lines.length === 0) return false
  const html = document.createElement('div')
  for (const line of lines) html.appendChild(document.createElement('p')).textContent = line
  to.clearData()
  to.setData('text/plain', lines.join('\n\n'))
  to.setData('text/html', html.innerHTML)
  return true
}
