// Withholding text in an editor: what would be withheld at the caret, and the
// commands that withhold it, change the ground or make it public again.
import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import type { Span } from './places'
import { mark, schema, type } from './schema'

/** What one withholds: exactly what is selected, or the whole blocks. */
export type Scope = 'tekst' | 'blokken'

/** What a command would be about. */
export interface Target {
  /** The ground on which it is withheld now; the empty ground too. */
  grond: string | null
  /** What is meant, when one asks for nothing else. */
  scope: Scope
  /** The stretches of text; none when only whole blocks can be withheld. */
  spans: Span[]
  /** The withheld block around the caret, by its position. */
  block: number | null
  /** How it begins, to tell what is meant. */
  begin: string
}

const BEGIN = 60

/** What would be withheld at the caret. */
export function targetOf(state: EditorState): Target {
  const { selection, doc } = state
  const block = blockAround(selection.$from)
  if (block !== null) {
    const node = doc.nodeAt(block)
    return {
      grond: String(node?.attrs['grond'] ?? ''),
      scope: 'blokken',
      spans: [],
      block,
      begin: begin(node?.textContent ?? ''),
    }
  }
  const spans = spansOf(state)
  const first = spans[0]
  const whole = selection.empty ? spans.length === 0 : coversBlocks(state)
  return {
    grond: first ? groundIn(doc, first) : null,
    scope: whole ? 'blokken' : 'tekst',
    spans,
    block: null,
    begin: begin(first ? doc.textBetween(first.from, spans.at(-1)?.to ?? first.to, ' ') : topText(selection.$from)),
  }
}

/** How a text begins, in few words. */
export const begin = (text: string): string => {
  const clean = text.replace(/\s+/g, ' ').trim()
  return clean.length > BEGIN ? `${clean.slice(0, BEGIN).trimEnd()} …` : clean
}

const topText = ($pos: ResolvedPos): string => ($pos.depth > 0 ? $pos.node(1).textContent : '')

/** The position of the withheld block around a place. */
function blockAround($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--)
    if ($pos.node(depth).type.name === 'lakblok') return $pos.before(depth)
  return null
}

/** The ground of the first withheld text in a stretch. */
export function groundIn(doc: Node, { from, to }: Span): string | null {
  let found: string | null = null
  doc.nodesBetween(from, to, (node) => {
    const own = mark('lak').isInSet(node.marks)
    if (found === null && own) found = String(own.attrs['grond'])
  })
  return found
}

/** What is selected as stretches of text, one for each block; without a
 * selection the withheld text or the word at the caret. */
function spansOf(state: EditorState): Span[] {
  const { selection, doc } = state
  if (selection instanceof CellSelection) {
    const spans: Span[] = []
    selection.forEachCell((cell, pos) => spans.push(...textSpans(doc, pos, pos + cell.nodeSize)))
    return spans
  }
  if (selection instanceof NodeSelection && selection.node.isInline) return [{ from: selection.from, to: selection.to }]
  if (!selection.empty) return textSpans(doc, selection.from, selection.to)
  const own = withheldAround(selection.$from) ?? wordAround(selection.$from)
  return own ? [own] : []
}

/** The stretches of text between two positions, one for each block. */
export function textSpans(doc: Node, from: number, to: number): Span[] {
  const spans: Span[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const span = { from: Math.max(from, pos + 1), to: Math.min(to, pos + 1 + node.content.size) }
    if (span.from < span.to) spans.push(span)
    return false
  })
  return spans
}

/** The withheld stretch around a caret: runs on one ground, side by side. */
function withheldAround($pos: ResolvedPos): Span | null {
  const { parent, parentOffset } = $pos
  if (!parent.isTextblock) return null
  let at = 0
  let open: (Span & { grond: string }) | null = null
  const stretches: Span[] = []
  for (const node of parent.content.content) {
    const own = mark('lak').isInSet(node.marks)
    const grond = own ? String(own.attrs['grond']) : null
    if (open && open.grond === grond) open.to = at + node.nodeSize
    else {
      open = grond === null ? null : { from: at, to: at + node.nodeSize, grond }
      if (open) stretches.push(open)
    }
    at += node.nodeSize
  }
  const found = stretches.find(({ from, to }) => from <= parentOffset && parentOffset <= to)
  return found ? { from: $pos.start() + found.from, to: $pos.start() + found.to } : null
}

/** The word around a caret; names keep their initials: "J. Jansen" is two. */
function wordAround($pos: ResolvedPos): Span | null {
  const { parent, parentOffset } = $pos
  if (!parent.isTextblock) return null
  const text = parent.textBetween(0, parent.content.size, undefined, '\ufffc')
  const before = /[\p{L}\p{N}@._+-]*$/u.exec(text.slice(0, parentOffset))?.[0] ?? ''
  const after = /^[\p{L}\p{N}@._+-]*/u.exec(text.slice(parentOffset))?.[0] ?? ''
  const word = (before + after).replace(/[._+-]+$/, '')
  const from = parentOffset - before.length
  if (!/[\p{L}\p{N}]/u.test(word) || from + word.length < parentOffset) return null
  return { from: $pos.start() + from, to: $pos.start() + from + word.length }
}

/** Whether a selection holds whole blocks: several of them, or one that is
 * not running text, such as a table. */
function coversBlocks(state: EditorState): boolean {
  const { selection, doc } = state
  if (selection instanceof NodeSelection) return selection.node.isBlock
  const { $from, $to } = selection
  if ($from.depth === 0 || $to.depth === 0) return true
  const [first, last] = [$from.index(0), $to.index(0)]
  const starts = doc.textBetween($from.start(1), $from.pos, ' ').trim() === ''
  const ends = doc.textBetween($to.pos, $to.end(1), ' ').trim() === ''
  return starts && ends && (last > first || !$from.node(1).isTextblock)
}

/** A stretch with the whole of each link that it has a part of: the address of
 * a link belongs to all of its text, and mostly names who is linked to. */
export function withLinks(doc: Node, { from, to }: Span): Span {
  const $from = doc.resolve(from)
  const hrefOf = (node: Node): string | null => {
    const own = mark('link').isInSet(node.marks)
    return own ? String(own.attrs['href']) : null
  }
  let at = $from.start()
  let link: (Span & { href: string }) | null = null
  const links: Span[] = []
  $from.parent.forEach((node) => {
    const href = hrefOf(node)
    const end = at + node.nodeSize
    if (link && link.href === href) link.to = end
    else {
      link = href === null ? null : { from: at, to: end, href }
      if (link) links.push(link)
    }
    at = end
  })
  const touched = links.filter((own) => own.from < to && from < own.to)
  return {
    from: Math.min(from, ...touched.map((own) => own.from)),
    to: Math.max(to, ...touched.map((own) => own.to)),
  }
}

/** Withholds what is meant on a ground, or changes the ground. */
export const withhold =
  (grond: string, scope?: Scope): Command =>
  (state, dispatch) => {
    const target = targetOf(state)
    const { tr } = state
    if (target.block !== null) tr.setNodeMarkup(target.block, null, { grond })
    else if ((scope ?? target.scope) === 'blokken' || target.spans.length === 0) wrapBlocks(tr, state.selection, grond)
    else {
      const spans = target.spans.map((span) => withLinks(state.doc, span))
      for (const { from, to } of spans) tr.addMark(from, to, mark('lak').create({ grond }))
      // One goes on writing behind it: what stays selected is typed over.
      const end = spans.at(-1)?.to
      if (end !== undefined && state.selection instanceof TextSelection)
        tr.setSelection(TextSelection.create(tr.doc, state.selection.empty ? state.selection.head : end))
    }
    dispatch?.(tr.setMeta('lak', true).removeStoredMark(mark('lak')).scrollIntoView())
    return true
  }

/** Makes what is meant public again. */
export const makePublic: Command = (state, dispatch) => {
  const target = targetOf(state)
  const { tr } = state
  if (target.block !== null) {
    const node = state.doc.nodeAt(target.block)
    if (!node) return false
    const [start, end] = [target.block + 1, target.block + node.nodeSize - 1]
    const range = state.doc.resolve(start).blockRange(state.doc.resolve(end))
    if (!range) return false
    tr.lift(range, 0)
  }
  for (const { from, to } of target.spans) tr.removeMark(from, to, mark('lak'))
  dispatch?.(tr.setMeta('lak', true))
  return true
}

/** Makes one withheld block of the blocks in a selection. Marks do not nest:
 * those inside go. */
function wrapBlocks(tr: Transaction, { $from, $to }: Selection, grond: string): void {
  const first = $from.index(0)
  // At the top a selection ends after its last block.
  const last = Math.max(first, $to.depth === 0 ? $to.index(0) - 1 : $to.index(0))
  const [start, end] = [$from.posAtIndex(first, 0), $from.posAtIndex(last + 1, 0)]
  const blocks: Node[] = []
  tr.doc.slice(start, end).content.forEach((node) => {
    if (node.type.name === 'lakblok') node.forEach((inner) => blocks.push(inner))
    else blocks.push(node)
  })
  const block = type('lakblok').create({ grond }, blocks.map(bare))
  tr.replaceWith(start, end, block)
  tr.setSelection(Selection.near(tr.doc.resolve(start + block.nodeSize - 1), -1))
}

/** A block without marks of withheld text. */
export function bare(node: Node): Node {
  if (node.isInline) return node.mark(mark('lak').removeFromSet(node.marks))
  return node.copy(Fragment.fromArray(node.content.content.map(bare)))
}

/** Content with a mark on all of its text. */
export function marked(content: Fragment, grond: string): Fragment {
  const own = schema.marks['lak']?.create({ grond })
  if (!own) return content
  const each = (node: Node): Node =>
    node.isInline ? node.mark(own.addToSet(node.marks)) : node.copy(marked(node.content, grond))
  return Fragment.fromArray(content.content.map(each))
}
