// Enter, Tab and Backspace as a word processor has them.
import { baseKeymap, chainCommands, exitCode, splitBlock } from 'prosemirror-commands'
import { undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { AllSelection, type Command, type Plugin, Selection } from 'prosemirror-state'
import { addRowAfter, goToNextCell, isInTable } from 'prosemirror-tables'
import { besideTable } from './beside-table'
import { byParagraph, hardSpace, leaveBy, moveBlock, type Way } from './flow'
import { joinDown, joinUp } from './joining'
import { type } from './schema'

const inList = (depth: number, node: (depth: number) => { type: { name: string } }): boolean =>
  depth > 1 && node(depth - 1).type.name === 'item'

/** Backspace at the start of an item takes it out of the list. */
const leaveItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || !inList($from.depth, (d) => $from.node(d)) || $from.index(-1) > 0)
    return false
  return liftListItem(type('item'))(state, dispatch)
}

/** Backspace at the start of a subheading makes it a paragraph. */
const plainHeading: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'heading') return false
  dispatch?.(state.tr.setBlockType($from.pos, $from.pos, type('paragraph')))
  return true
}

/** Backspace at the start of a quotation or withheld block opens it up. */
const leaveWrapper: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.depth < 2 || $from.index(-1) > 0) return false
  if (!['quote', 'lakblok'].includes($from.node(-1).type.name)) return false
  const range = $from.blockRange()
  if (!range) return false
  dispatch?.(state.tr.lift(range, range.depth - 1))
  return true
}

/** Tab in the last cell adds a row. */
const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!dispatch || !view) return true
  addRowAfter(state, dispatch)
  return goToNextCell(1)(view.state, view.dispatch)
}

/** Enter in a cell goes to the cell below, in the last row to a new one. */
const cellBelow: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  const { $from } = state.selection
  let depth = $from.depth
  while ($from.node(depth).type.name !== 'row') depth -= 1
  const column = $from.index(depth)
  const row = $from.index(depth - 1)
  if (row + 1 >= $from.node(depth - 1).childCount && dispatch) addRowAfter(state, dispatch)
  if (!view || !dispatch) return true
  const table = view.state.doc.resolve(view.state.selection.from)
  const below = table.posAtIndex(row + 1, depth - 1)
  const cell = view.state.doc.resolve(below + 1).posAtIndex(column, depth)
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(cell + 1))).scrollIntoView())
  return true
}

/** A line end within the paragraph; in a table there is none. */
const lineEnd: Command = chainCommands(exitCode, (state, dispatch) => {
  if (isInTable(state)) return true
  dispatch?.(
    state.tr
      .replaceSelectionWith(type('break').create(null, null, state.storedMarks ?? state.selection.$from.marks()), false)
      .scrollIntoView(),
  )
  return true
})

/** In a table to the cell below, in a list a new item. */
const enter: Command = chainCommands(cellBelow, splitListItem(type('item')))

/** At the start of a line: out of the list, to plain text, then to the line above. */
const backspace: Command = chainCommands(undoInputRule, leaveItem, plainHeading, leaveWrapper, joinUp)

/** Takes all of this text: Ctrl+A the whole nota, where there is more of it. */
const wholeSection: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(new AllSelection(state.doc)))
  return true
}

/** The keys of a section. */
export function sectionKeys(leave: (way: Way) => boolean): Plugin[] {
  return [
    keymap({
      Enter: enter,
      'Shift-Enter': lineEnd,
      'Mod-Enter': splitBlock,
      Backspace: backspace,
      'Mod-Backspace': backspace,
      'Shift-Backspace': backspace,
      Delete: joinDown,
      'Mod-Delete': joinDown,
      ArrowUp: chainCommands(besideTable('up'), leaveBy('up', leave)),
      ArrowDown: chainCommands(besideTable('down'), leaveBy('down', leave)),
      ArrowLeft: leaveBy('left', leave),
      ArrowRight: leaveBy('right', leave),
      'Mod-ArrowUp': byParagraph(-1, leave),
      'Mod-ArrowDown': byParagraph(1, leave),
      'Alt-ArrowUp': moveBlock(-1),
      'Alt-ArrowDown': moveBlock(1),
      'Mod-Shift-Space': hardSpace,
      'Mod-Shift- ': hardSpace,
      Tab: chainCommands(nextCell, sinkListItem(type('item'))),
      'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(type('item'))),
      'Mod-a': wholeSection,
      'Mod-Shift-a': wholeSection,
    }),
    keymap(baseKeymap),
  ]
}
