// Places of the engine (a path of blocks and a range of characters) as
// positions in a document, and back.
import type { Node, ResolvedPos } from 'prosemirror-model'
import type { TextRange } from '../wire'

/** A range of positions. */
export interface Span {
  from: number
  to: number
}

/** The positions of a range in the block at a path: the whole block without a
 * range, the whole document without a path, none when it is not there. */
export function placeToSpan(doc: Node, path: number[], range: TextRange | null): Span | null {
  if (path.length === 0) return { from: 0, to: doc.content.size }
  let [node, start] = [doc, 0]
  for (const index of path) {
    if (index >= node.childCount) return null
    for (let before = 0; before < index; before++) start += node.child(before).nodeSize
    node = node.child(index)
    start += 1
  }
  while (!node.isTextblock && node.firstChild) {
    node = node.firstChild
    start += 1
  }
  if (!node.isTextblock) return null
  if (!range) return { from: start, to: start + node.content.size }
  return { from: start + offset(node, range.start), to: start + offset(node, range.end) }
}

/** The path and range of a stretch of one block. */
export function spanToPlace($from: ResolvedPos, to: number): { path: number[]; range: TextRange } {
  const path: number[] = []
  for (let depth = 0; depth < $from.depth; depth++) {
    const role = $from.node(depth).type.spec['tableRole'] as string | undefined
    if (role !== 'cell' && role !== 'header_cell') path.push($from.index(depth))
  }
  const start = characters($from.parent, $from.parentOffset)
  const end = Math.min(to - $from.start(), $from.parent.content.size)
  return { path, range: { start, end: Math.max(start, characters($from.parent, end)) } }
}

/** How many characters of the plain text stand before an offset: a line end
 * is one, a reference to a footnote none. */
function characters(block: Node, end: number): number {
  let count = 0
  block.forEach((node, at) => {
    if (at >= end) return
    if (node.isText) count += [...(node.text ?? '').slice(0, end - at)].length
    else if (node.type.name === 'break') count += 1
  })
  return count
}

/** The offset at which so many characters stand before it. */
function offset(block: Node, count: number): number {
  let [left, at] = [count, 0]
  for (let index = 0; index < block.childCount && left > 0; index++) {
    const node = block.child(index)
    const chars = node.isText ? [...(node.text ?? '')] : null
    if (chars && chars.length > left) return at + chars.slice(0, left).join('').length
    left -= chars ? chars.length : node.type.name === 'break' ? 1 : 0
    at += node.nodeSize
  }
  return at
}
