// Letters that are typed become steps of our own at once. The web view would
// keep each in a list to undo, which grows for as long as one types and which
// nobody can reach, because undo is the host's.
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Puts the letter of a key in the place of the selected text. False when that
 * is left to the web view: what is selected is no text, or the key gives more
 * than a letter. What an input method composes does not come here. */
export function typeLetter(view: EditorView, event: KeyboardEvent): boolean {
  // With Alt or a key of the system it is a command, of ours or of nobody. AltGr
  // gives letters, and is Ctrl with Alt on some systems.
  const isCommand = (event.altKey || event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
  if (isCommand) return true
  const { selection } = view.state
  const letter = event.key
  if (!(selection instanceof TextSelection) || letter !== String.fromCodePoint(event.charCode)) return false
  const { from, to } = selection
  const put = () => view.state.tr.insertText(letter, from, to).scrollIntoView()
  // Input rules may make something else of it.
  if (!view.someProp('handleTextInput', (rule) => rule(view, from, to, letter, put))) view.dispatch(put())
  return true
}
