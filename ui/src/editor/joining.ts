// Backspace at the start of a line and Delete at its end, as a word processor has
// them: two lines become one, whatever list or quotation they stand in. A table
// and a withheld block are walls: what is public never slips into one by a key.
import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { canJoin } from 'prosemirror-transform'

/** A line: a block of text, by the position before it. */
interface Line {
  node: Node
  pos: number
}

const WALLS = ['table', 'lakblok', 'cell', 'header']
const isWall = (node: Node): boolean => WALLS.includes(node.type.name)
const isList = (node: Node | null | undefined): boolean => ['bullet', 'ordered'].includes(node?.type.name ?? '')

/** The line beside a position, before it (-1) or after it (1): a wall when one
 * stands between, none at the end of the text. */
function lineBeside(doc: Node, from: number, side: -1 | 1): Line | 'wall' | null {
  let $at: ResolvedPos = doc.resolve(from)
  const beside = (): Node | null => (side < 0 ? $at.nodeBefore : $at.nodeAfter)
  while (!beside()) {
    if ($at.depth === 0) return null
    if (isWall($at.parent)) return 'wall'
    $at = doc.resolve(side < 0 ? $at.before() : $at.after())
  }
  let node = beside()
  let pos = side < 0 ? $at.pos - (node?.nodeSize ?? 0) : $at.pos
  while (node && !node.isTextblock) {
    if (isWall(node)) return 'wall'
    pos += side < 0 ? node.nodeSize - 1 - (node.lastChild?.nodeSize ?? 0) : 1
    node = side < 0 ? node.lastChild : node.firstChild
  }
  return node && { node, pos }
}

/** Puts the text of the lower line behind that of the upper one. What is below it
 * in its item goes along, and lists that come beside each other are one. */
function join(state: EditorState, upper: Line, lower: Line): Transaction {
  const { tr, doc } = state
  let $at = doc.resolve(lower.pos)
  let [from, to] = [lower.pos, lower.pos + lower.node.nodeSize]
  let rest = Fragment.empty
  if ($at.parent.type.name === 'item' && $at.index() === 0) {
    rest = $at.parent.content.cut(lower.node.nodeSize)
    to = $at.end()
  }
  // What would be empty goes.
  while ($at.depth > 0 && from === $at.start() && to === $at.end()) {
    ;[from, to] = [$at.before(), $at.after()]
    $at = doc.resolve(from)
  }
  const end = upper.pos + upper.node.nodeSize - 1
  tr.delete(from, to)
  if (rest.size) tr.insert(end + 1, rest)
  tr.insert(end, lower.node.content)
  const seam = tr.mapping.map(from)
  const $seam = tr.doc.resolve(seam)
  if (isList($seam.nodeBefore) && $seam.nodeBefore?.type === $seam.nodeAfter?.type && canJoin(tr.doc, seam))
    tr.join(seam)
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView()
}

/** Goes over a wall, and changes nothing. */
const cross = (state: EditorState, from: number, side: -1 | 1): Transaction | null => {
  const next = Selection.findFrom(state.doc.resolve(from), side, true)
  return next && state.tr.setSelection(next).scrollIntoView()
}

/** Backspace at the start of a line after a list, a quotation or a wall. */
export const joinUp: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parentOffset > 0) return false
  const pos = $from.before()
  const beside = state.doc.resolve(pos).nodeBefore
  if (!beside || beside.isTextblock) return false
  const upper = lineBeside(state.doc, pos, -1)
  const tr = upper === 'wall' ? cross(state, pos, -1) : upper && join(state, upper, { node: $from.parent, pos })
  if (tr) dispatch?.(tr)
  return true
}

/** Delete at the end of a line before an item, a quotation or a wall. */
export const joinDown: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false
  const after = $from.after()
  const beside = state.doc.resolve(after).nodeAfter
  // Withheld text that comes out of its block stays withheld, by its guard.
  if (beside?.isTextblock || beside?.type.name === 'lakblok') return false
  const lower = lineBeside(state.doc, after, 1)
  if (lower === null) return false
  const upper = { node: $from.parent, pos: $from.before() }
  if (lower === 'wall') {
    const tr = cross(state, after, 1)
    if (tr) dispatch?.(tr)
  } else if (upper.node.content.size === 0 && state.doc.resolve(upper.pos).parent.childCount > 1)
    // An empty line before a list goes; the item stays one.
    dispatch?.(state.tr.delete(upper.pos, after).scrollIntoView())
  else dispatch?.(join(state, upper, lower))
  return true
}
