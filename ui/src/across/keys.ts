// What the keys do to a selection over several sections, and how one begins with
// them: Shift with a key that moves the caret goes on past the edge of a section.
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { isLast, paragraphFrom, type Way } from '../editor/flow'
import type { Across } from './across.svelte'
import { makeRoom, remove } from './change'
import { besideTableAt, edgeOf, endOf, inLine, leftOf, startOf, type End, type Text } from './reach'

/** How far a key goes. */
type Unit = 'character' | 'line' | 'paragraph' | 'page' | 'nota'

const moves: Record<string, [Way, Unit]> = {
  ArrowLeft: ['terug', 'character'],
  ArrowRight: ['verder', 'character'],
  ArrowUp: ['terug', 'line'],
  ArrowDown: ['verder', 'line'],
  PageUp: ['terug', 'page'],
  PageDown: ['verder', 'page'],
  Home: ['terug', 'character'],
  End: ['verder', 'character'],
}

/** Keys that are nothing on their own. */
const SILENT = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']

/** Does what a key does; true when nobody else is to do anything with it. */
export function pressed(across: Across, id: string, view: EditorView, event: KeyboardEvent): boolean {
  if (SILENT.includes(event.key) || event.isComposing) return false
  const isMod = event.ctrlKey || event.metaKey
  if (isMod && !event.altKey && event.key.toLowerCase() === 'a') {
    if (!event.shiftKey) return all(across, id, event)
    // The text takes all of itself.
    across.end()
    return false
  }
  const move = event.altKey ? undefined : moves[event.key]
  if (move && event.shiftKey) return extend(across, id, view, event, move, isMod)
  if (move && isMod && !across.isActive) return toEdge(across, event, move[0])
  return across.isActive && act(across, view, event, move)
}

function all(across: Across, id: string, event: KeyboardEvent): boolean {
  const editor = across.textOf(id)?.editor
  const done = editor !== undefined && across.all(editor)
  if (done) event.preventDefault()
  return done
}

/** Ctrl+Home and Ctrl+End: to the start or the end of the nota. */
function toEdge(across: Across, event: KeyboardEvent, way: Way): boolean {
  if (!['Home', 'End'].includes(event.key)) return false
  const texts = across.nota.texts()
  const text = way === 'terug' ? texts[0] : texts.at(-1)
  text?.editor.enter(way === 'terug' ? 'verder' : 'terug')
  event.preventDefault()
  return true
}

/** What a key does to what is selected. */
function act(across: Across, view: EditorView, event: KeyboardEvent, move: [Way, Unit] | undefined): boolean {
  const isMod = event.ctrlKey || event.metaKey
  const { key } = event
  if (move) {
    event.preventDefault()
    across.collapse(move[0])
    if (isMod) toEdge(across, event, move[0])
  } else if (key === 'Escape') {
    event.preventDefault()
    const { reach } = across
    across.collapse(reach && across.wayOf(reach.anchor.id, reach.head.id) === 'terug' ? 'terug' : 'verder')
  } else if (key === 'Backspace' || key === 'Delete') {
    event.preventDefault()
    remove(across, across.newStep())
  } else if (key === 'Enter' && !event.altKey) {
    event.preventDefault()
    const room = makeRoom(across)?.view
    room?.someProp('handleKeyDown', (handle) => handle(room, event) || undefined)
  } else if (isTyped(event)) {
    // The letter itself comes after this key, where the focus is then.
    if (!makeRoom(across)) event.preventDefault()
  } else if (event.key === 'Tab') return view.editable
  return true
}

/** Whether a key puts something in the text: a letter, or the start of one. */
function isTyped(event: KeyboardEvent): boolean {
  const isCommand = (event.altKey || event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
  if (isCommand) return false
  return [...event.key].length === 1 || ['Dead', 'Process', 'Unidentified'].includes(event.key)
}

/** Shift with a key that moves: what is selected goes on in the section beside it,
 * or is less again. */
function extend(
  across: Across,
  id: string,
  view: EditorView,
  event: KeyboardEvent,
  [way, unit]: [Way, Unit],
  isMod: boolean,
): boolean {
  const { selection } = view.state
  if (!across.reach && !(selection instanceof TextSelection)) return false
  const reach = across.reach ?? { anchor: { id, pos: selection.anchor }, head: { id, pos: selection.head } }
  const text = across.textOf(reach.head.id)
  if (!text) return false
  const isEdge = event.key === 'Home' || event.key === 'End'
  const far = isMod && isEdge ? 'nota' : isMod && unit === 'line' ? 'paragraph' : isEdge ? null : unit
  const head = far === null ? null : headAfter(across, text, reach.head.pos, way, far)
  if (head) {
    event.preventDefault()
    across.put({ anchor: reach.anchor, head })
    return true
  }
  // The web view moves on in the section where one is.
  if (!across.isActive || text.id === id) return false
  event.preventDefault()
  across.put(reach)
  const units = { character: isMod ? 'word' : 'character', line: 'line', paragraph: 'paragraph', page: 'paragraph' }
  const by = isEdge ? 'lineboundary' : units[unit as keyof typeof units]
  getSelection()?.modify('extend', way === 'verder' ? 'forward' : 'backward', by)
  return true
}

/** Where one is after a key; none where the web view finds out itself. */
function headAfter(across: Across, text: Text, pos: number, way: Way, unit: Unit): End | null {
  const { editor } = text
  const { state } = editor.view
  const { doc } = state
  if (unit === 'nota') {
    const texts = across.nota.texts()
    const last = way === 'terug' ? texts[0] : texts.at(-1)
    if (!last) return null
    const own = last.editor.view.state.doc
    return { id: last.id, pos: way === 'terug' ? startOf(own) : endOf(own) }
  }
  // Over several sections a table is taken whole.
  const over = across.isActive ? besideTableAt(doc, pos, way === 'verder' ? 1 : -1) : null
  if (over !== null) {
    const next = TextSelection.findFrom(doc.resolve(over), way === 'verder' ? 1 : -1, true)
    if (next) return { id: text.id, pos: next.head }
  } else if (unit === 'paragraph') {
    const next = paragraphFrom(doc.resolve(pos), way === 'verder' ? 1 : -1)
    if (next !== null) return { id: text.id, pos: next }
  } else if (!isPast(across, text, pos, way, unit)) return null
  return beyond(across, text, pos, way, unit)
}

/** Whether a key leads past the edge of a text. */
function isPast(across: Across, { editor: { view } }: Text, pos: number, way: Way, unit: Unit): boolean {
  const { doc, tr } = view.state
  if (unit !== 'line') return pos === edgeOf(doc, way === 'verder' ? 'terug' : 'verder')
  const $pos = doc.resolve(pos)
  const there = view.state.apply(tr.setSelection(TextSelection.near($pos)))
  // To measure it the view shows that state for a moment.
  return isLast($pos, way) && across.ours(() => view.endOfTextblock(way === 'verder' ? 'down' : 'up', there))
}

/** The place in the text beside it; at the edge of the nota the end of this one. */
function beyond(across: Across, text: Text, pos: number, way: Way, unit: Unit): End | null {
  const next = across.beside(text.id, way)
  if (!next) {
    const end = edgeOf(text.editor.view.state.doc, way === 'verder' ? 'terug' : 'verder')
    return across.isActive || unit === 'paragraph' ? { id: text.id, pos: end } : null
  }
  const { doc } = next.editor.view.state
  const back = way === 'terug'
  if (unit === 'line') return { id: next.id, pos: inLine(next.editor, way, leftOf(text.editor, pos)) }
  if (unit === 'page') return { id: next.id, pos: edgeOf(doc, back ? 'verder' : 'terug') }
  if (unit === 'paragraph' && back) return { id: next.id, pos: doc.resolve(endOf(doc)).start() }
  return { id: next.id, pos: edgeOf(doc, way) }
}
