// A prompt is a paragraph that only says what is to be written there, between
// square brackets, as a new nota of the command line has them.
import type { ResolvedPos } from 'prosemirror-model'
import type { Span } from './places'

const PROMPT = /^\[[^[\]]+\]$/

/** The prompt in which a position is; null when it is in other text. */
export function promptAt($pos: ResolvedPos): Span | null {
  const { parent } = $pos
  return parent.isTextblock && PROMPT.test(parent.textContent) ? { from: $pos.start(), to: $pos.end() } : null
}
