// Going on where the text of a section ends, and moving through it by paragraph:
// to who writes, the nota is one text.
import type { ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Command } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'

/** Which way one leaves a section. */
export type Way = 'terug' | 'verder'

/** Whether a place is in the first or last line of the text. */
export const isLast = ($pos: ResolvedPos, way: Way): boolean =>
  (way === 'verder' ? Selection.atEnd($pos.doc) : Selection.atStart($pos.doc)).$head.sameParent($pos)

/** An arrow at the edge of the text: on to the section beside it. */
export const leaveBy =
  (arrow: 'up' | 'down' | 'left' | 'right', leave: (way: Way) => boolean): Command =>
  (state, _, view) => {
    const { empty, $head } = state.selection
    const way = arrow === 'up' || arrow === 'left' ? 'terug' : 'verder'
    if (!empty || !(state.selection instanceof TextSelection) || !view?.endOfTextblock(arrow)) return false
    return isLast($head, way) && leave(way)
  }

/** The start of the paragraph at a place or of the one before (-1), or of the next
 * (1); none past the edge. */
export function paragraphFrom($head: ResolvedPos, side: -1 | 1): number | null {
  if (side < 0 && $head.parentOffset > 0) return $head.start()
  const from = side < 0 ? $head.before() : $head.after()
  return Selection.findFrom($head.doc.resolve(from), side, true)?.$head.start() ?? null
}

/** Goes there; past the edge to the section there. */
export const byParagraph =
  (side: -1 | 1, leave: (way: Way) => boolean): Command =>
  (state, dispatch) => {
    const { $head } = state.selection
    if (!$head.parent.isTextblock) return false
    const at = paragraphFrom($head, side)
    if (at === null) return leave(side < 0 ? 'terug' : 'verder')
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView())
    return true
  }

/** Moves the item or the block at the caret over the one beside it. */
export const moveBlock =
  (side: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection
    if ($from.depth === 0 || isInTable(state)) return false
    let depth = $from.sharedDepth($to.pos)
    const isOne = (at: number): boolean =>
      $from.node(at).type.name === 'item' || ['doc', 'quote', 'lakblok'].includes($from.node(at - 1).type.name)
    while (depth > 0 && !isOne(depth)) depth -= 1
    if (depth === 0) return false
    const parent = $from.node(depth - 1)
    const index = $from.index(depth - 1)
    const other = parent.maybeChild(index + side)
    if (!other) return true
    const own = parent.child(index)
    const start = $from.before(depth)
    const { tr } = state
    const shift = side * other.nodeSize
    tr.delete(start, start + own.nodeSize)
    tr.insert(start + shift, own)
    tr.setSelection(TextSelection.create(tr.doc, $from.pos + shift, $to.pos + shift))
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** A space at which no line is broken. */
export const hardSpace: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\u00a0').scrollIntoView())
  return true
}
