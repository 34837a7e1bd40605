// Replaces stretches of text by another, in a document or in a footnote that
// is not on screen. What is withheld stays withheld.
import { EditorState, type Transaction } from 'prosemirror-state'
import { withheldGuard } from './guard'
import type { Block } from '../wire'
import { blocksToDoc, docToBlocks } from './json'
import type { Span } from './places'
import { schema } from './schema'

/** Puts a text in the place of each stretch, with the marks of its first
 * character. The stretches are in order and do not overlap. */
export function replaceSpans(tr: Transaction, spans: Span[], text: string): Transaction {
  // From the back, so that the positions before stay true.
  for (const { from, to } of spans.toReversed()) {
    const marks = tr.doc.resolve(from + 1).marks()
    if (text === '') tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(text, marks))
  }
  return tr
}

/** The blocks with a text in the place of each stretch of their document. */
export function replaceInBlocks(blocks: Block[], spans: Span[], text: string): Block[] {
  const state = EditorState.create({ doc: blocksToDoc(blocks), plugins: [withheldGuard(() => false)] })
  return docToBlocks(state.applyTransaction(replaceSpans(state.tr, spans, text)).state.doc)
}
