// Sentences that can be inserted: asked for by a slash at the start of an empty
// line, or by Ctrl+space.
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema, type } from './schema'

/** Where sentences are asked for. */
export interface PhraseAsk {
  /** Where the caret stands on the screen. */
  box: DOMRect
  /** What was typed for it, to be put there when nothing is chosen. */
  typed: string
}

/** Asks for sentences at the caret. */
export function askPhrase(view: EditorView, typed: string, ask: (asked: PhraseAsk) => void): boolean {
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.head)
  ask({ box: new DOMRect(left, top, 0, bottom - top), typed })
  return true
}

/** The plugin that asks. Ctrl+space is one of the commands of the window. */
export const phrasesPlugin = (ask: (asked: PhraseAsk) => void): Plugin =>
  new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) =>
        text === '/' && isAtEmptyLine(view.state) && askPhrase(view, text, ask),
    },
  })

function isAtEmptyLine({ selection }: EditorState): boolean {
  const { $from, empty } = selection
  return empty && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
}

/** Puts a sentence at the caret, each line of it a paragraph. What is still to be
 * filled in is selected, or else the caret stands behind the sentence. */
export function insertPhrase(state: EditorState, text: string): Transaction {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const paragraph = (line: string): Node => type('paragraph').create(null, schema.text(line))
  const { from } = state.selection
  const slice =
    lines.length === 1
      ? new Slice(Fragment.from(schema.text(lines[0] ?? '')), 0, 0)
      : new Slice(Fragment.fromArray(lines.map(paragraph)), 1, 1)
  const tr = state.tr.replaceSelection(slice)
  const end = tr.mapping.map(from, 1)
  let spot: { from: number; to: number } | null = null
  tr.doc.nodesBetween(from, Math.min(end, tr.doc.content.size), (node, pos) => {
    const found = spot === null && node.isText ? /\[[^\]]+\]/.exec(node.text ?? '') : null
    if (found && pos + found.index >= from - 1) {
      const start = pos + found.index
      spot = { from: start, to: start + found[0].length }
    }
  })
  const chosen = spot as { from: number; to: number } | null
  if (chosen) tr.setSelection(TextSelection.create(tr.doc, chosen.from, chosen.to))
  return tr.scrollIntoView()
}
