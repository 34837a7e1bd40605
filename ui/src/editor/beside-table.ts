// Room above and below a table, so that one can go on writing there: a line that
// is only drawn below one that ends the text, and a caret between blocks where
// no line is.
import { GapCursor } from 'prosemirror-gapcursor'
import { Slice, type Node } from 'prosemirror-model'
import { Plugin, type Command } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { type } from './schema'

/** Whether the last line of a block is one of a table. */
export const endsInTable = (node: Node | null | undefined): boolean =>
  node?.type.name === 'table' || (['quote', 'lakblok'].includes(node?.type.name ?? '') && endsInTable(node?.lastChild))

/** Whether a document ends with the empty line that is there to write below a
 * table, and is no part of the text. */
export function hasRoomBelow(doc: Node): boolean {
  const { lastChild } = doc
  const isEmpty = lastChild?.type.name === 'paragraph' && lastChild.childCount === 0
  return isEmpty && endsInTable(doc.maybeChild(doc.childCount - 2))
}

/** All of the text, to be put in the middle of a line or in lines of its own. */
export const wholeSlice = (doc: Node): Slice =>
  Slice.maxOpen(hasRoomBelow(doc) ? doc.content.cut(0, doc.content.size - 2) : doc.content, false)

/** Keeps that line there. */
export const roomBelow = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, _, { doc, tr }) =>
      transactions.some((own) => own.docChanged) && endsInTable(doc.lastChild)
        ? tr.insert(doc.content.size, type('paragraph').create())
        : null,
  })

/** From the first or last row of a table to the place beside it, where there is
 * no line to go to. */
export const besideTable =
  (side: 'up' | 'down'): Command =>
  (state, dispatch, view) => {
    const { $from, empty } = state.selection
    if (!empty || !isInTable(state) || !view?.endOfTextblock(side)) return false
    let depth = $from.depth
    while ($from.node(depth).type.name !== 'table') depth -= 1
    const rows = $from.node(depth).childCount
    if ($from.index(depth) !== (side === 'up' ? 0 : rows - 1)) return false
    const $beside = state.doc.resolve(side === 'up' ? $from.before(depth) : $from.after(depth))
    const beside = side === 'up' ? $beside.nodeBefore : $beside.nodeAfter
    if (beside && beside.type.name !== 'table') return false
    dispatch?.(state.tr.setSelection(new GapCursor($beside)).scrollIntoView())
    return true
  }
