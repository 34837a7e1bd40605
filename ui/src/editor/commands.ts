// What the toolbar and the keys do to the text of a section.
import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { NodeSelection, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables'
import { lift } from 'prosemirror-commands'
import { wordAround } from './language-marks'
import { targetOf } from './withhold'
import { mark, schema, type } from './schema'

/** What is true at the caret: which buttons are pressed. */
export interface Here {
  sterk: boolean
  nadruk: boolean
  link: string | null
  /** The ground, when the text is withheld; the empty ground too. */
  lak: string | null
  heading: boolean
  bullet: boolean
  ordered: boolean
  quote: boolean
  table: boolean
  /** Whether the row is the header row. */
  headerRow: boolean
  empty: boolean
}

/** What is true at the caret. */
export function hereOf(state: EditorState): Here {
  const { $from, empty } = state.selection
  const list = innermostList(state)
  const around = (name: string): boolean => {
    for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true
    return false
  }
  const link = markAt(state, mark('link'))
  return {
    sterk: isActive(state, mark('sterk')),
    nadruk: isActive(state, mark('nadruk')),
    link: link ? String(link['href']) : null,
    lak: targetOf(state).grond,
    heading: $from.parent.type.name === 'heading',
    bullet: list?.name === 'bullet',
    ordered: list?.name === 'ordered',
    quote: around('quote'),
    table: isInTable(state),
    headerRow: around('header'),
    empty,
  }
}

function innermostList(state: EditorState): NodeType | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--)
    if (['bullet', 'ordered'].includes($from.node(depth).type.name)) return $from.node(depth).type
  return null
}

function isActive(state: EditorState, markType: MarkType): boolean {
  const { from, $from, to, empty } = state.selection
  return empty
    ? Boolean(markType.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, markType)
}

function markAt(state: EditorState, markType: MarkType) {
  const { $from, from, to, empty } = state.selection
  if (empty) return (markType.isInSet($from.marks()) ?? markType.isInSet($from.nodeAfter?.marks ?? []))?.attrs ?? null
  let found: Record<string, unknown> | null = null
  state.doc.nodesBetween(from, to, (node) => {
    found ??= markType.isInSet(node.marks)?.attrs ?? null
  })
  return found as Record<string, unknown> | null
}

/** The range of a mark around the caret, or the selection. */
function markRange(state: EditorState, markType: MarkType): { from: number; to: number } {
  const { $from, from, to, empty } = state.selection
  if (!empty) return { from, to }
  const { parent } = $from
  let [start, end] = [$from.parentOffset, $from.parentOffset]
  let at = 0
  const runs = parent.content.content.map((node) => ({
    from: at,
    to: (at += node.nodeSize),
    has: Boolean(markType.isInSet(node.marks)),
  }))
  for (const run of runs.toReversed()) if (run.has && run.to >= start && run.from < start) start = run.from
  for (const run of runs) if (run.has && run.from <= end && run.to > end) end = run.to
  return { from: $from.start() + start, to: $from.start() + end }
}

export const toggleSterk: Command = toggleMark(mark('sterk'))
export const toggleNadruk: Command = toggleMark(mark('nadruk'))

/** Makes a list of what is selected, another kind of list, or no list. */
export const toggleList =
  (name: 'bullet' | 'ordered'): Command =>
  (state, dispatch, view) => {
    const list = innermostList(state)
    if (!list) return wrapInList(type(name))(state, dispatch)
    if (list.name === name) return liftListItem(type('item'))(state, dispatch, view)
    const { $from } = state.selection
    for (let depth = $from.depth; depth > 0; depth--)
      if ($from.node(depth).type === list) {
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type(name)))
        return true
      }
    return false
  }

export const toggleHeading: Command = (state, dispatch) =>
  state.selection.$from.parent.type.name === 'heading'
    ? setBlockType(type('paragraph'))(state, dispatch)
    : setBlockType(type('heading'), { level: 3 })(state, dispatch)

export const toggleQuote: Command = (state, dispatch) =>
  hereOf(state).quote ? lift(state, dispatch) : wrapIn(type('quote'))(state, dispatch)

/** A table of a header row and two rows, with the caret in its first cell. */
export const insertTable: Command = (state, dispatch) => {
  const row = (kind: string) =>
    type('row').create(
      null,
      [0, 1, 2].map(() => type(kind).create(null, type('paragraph').create())),
    )
  const table = type('table').create(null, [row('header'), row('cell'), row('cell')])
  if (!dispatch) return true
  const tr = state.tr.replaceSelectionWith(table)
  let at = -1
  tr.doc.nodesBetween(
    Math.max(0, state.selection.from - 2),
    Math.min(tr.doc.content.size, state.selection.from + table.nodeSize),
    (node, pos) => {
      if (at < 0 && node.type.name === 'table') at = pos
    },
  )
  // Below the table stands a paragraph, so that one can go on.
  const after = tr.doc.resolve(at + table.nodeSize)
  if (!after.nodeAfter) tr.insert(after.pos, type('paragraph').create())
  dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3))).scrollIntoView())
  return true
}

/** The commands of a table; the header row stays the first, and stays. */
export const tableCommands = {
  rowAbove: ((state, dispatch) => !hereOf(state).headerRow && addRowBefore(state, dispatch)) satisfies Command,
  rowBelow: addRowAfter,
  columnLeft: addColumnBefore,
  columnRight: addColumnAfter,
  deleteRow: ((state, dispatch) => !hereOf(state).headerRow && deleteRow(state, dispatch)) satisfies Command,
  deleteColumn,
  deleteTable,
}

/** Links what is selected, or the link at the caret anew; without a selection
 * the text is put in. */
export const setLink =
  (href: string, text: string): Command =>
  (state, dispatch) => {
    const { from, to } = markRange(state, mark('link'))
    const own = mark('link').create({ href })
    const tr = state.tr
    const words = text || href
    if (from === to || state.doc.textBetween(from, to) !== text)
      tr.replaceWith(
        from,
        to,
        schema.text(words, own.addToSet(state.selection.$from.marks().filter((other) => other.type.name !== 'link'))),
      )
    else tr.addMark(from, to, own)
    // One goes on writing behind it: what stays selected is typed over.
    const end = tr.mapping.map(to, 1)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(mark('link')).scrollIntoView())
    return true
  }

export const removeLink: Command = (state, dispatch) => {
  const { from, to } = markRange(state, mark('link'))
  dispatch?.(state.tr.removeMark(from, to, mark('link')))
  return true
}

/** The text that a link at the caret would have. */
export function linkText(state: EditorState): string {
  const { from, to } = markRange(state, mark('link'))
  return state.doc.textBetween(from, to, ' ')
}

/** The step that adds a footnote or takes it away: its text goes with it. */
export const noteGroup = (label: string): string => `voetnoot:${label}`

/** Puts a reference to a footnote after what is selected. */
export const insertNote =
  (label: string): Command =>
  (state, dispatch) => {
    const { $to } = state.selection
    if ($to.parent.type.name === 'heading' || !$to.parent.isTextblock) return false
    dispatch?.(
      state.tr.insert($to.pos, type('note').create({ label })).setMeta('group', noteGroup(label)).scrollIntoView(),
    )
    return true
  }

/** Takes the references to a footnote away. */
export const removeNote =
  (label: string): Command =>
  (state, dispatch) => {
    const tr = state.tr
    state.doc.descendants((node, pos) => {
      if (node.type.name === 'note' && node.attrs['label'] === label)
        tr.delete(tr.mapping.map(pos), tr.mapping.map(pos + 1))
    })
    if (!tr.docChanged) return false
    dispatch?.(tr.setMeta('group', noteGroup(label)))
    return true
  }

/** The label of the reference that is selected. */
export function selectedNote(state: EditorState): string | null {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type.name === 'note')
    return String(selection.node.attrs['label'])
  return null
}

/** Says that the selection, or the word at the caret, is in another language; or
 * that it is Dutch when all of it was so. */
export const toggleLanguage =
  (code: string): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection
    const span = empty ? wordAround(state, from) : { from, to }
    if (!span) return false
    let foreign = true
    state.doc.nodesBetween(span.from, span.to, (node) => {
      if (node.isText && !mark('taal').isInSet(node.marks)) foreign = false
    })
    const tr = state.tr.removeMark(span.from, span.to, mark('taal'))
    if (!foreign) tr.addMark(span.from, span.to, mark('taal').create({ code }))
    dispatch?.(tr.removeStoredMark(mark('taal')))
    return true
  }
