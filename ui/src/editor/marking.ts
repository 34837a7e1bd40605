// Problems and search results drawn in the text, without touching it.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Diagnostic } from '../wire'
import { placeToSpan, type Span } from './places'

/** What is drawn anew: only what is given changes. */
export interface Marking {
  problems?: Diagnostic[]
  found?: { spans: Span[]; current: number }
  /** What a command would be about. */
  meant?: Span[]
}

interface Drawn {
  problems: DecorationSet
  found: DecorationSet
  meant: DecorationSet
}

const key = new PluginKey<Drawn>('marking')

/** A transaction that draws. */
export const drawMarking = (state: EditorState, marking: Marking): Transaction =>
  state.tr.setMeta(key, marking).setMeta('addToHistory', false)

/** The plugin that draws. */
export const markingPlugin = (): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ problems: DecorationSet.empty, found: DecorationSet.empty, meant: DecorationSet.empty }),
      apply(tr, drawn, _, state) {
        const marking = tr.getMeta(key) as Marking | undefined
        if (!marking && !tr.docChanged) return drawn
        const { doc } = state
        return {
          problems: marking?.problems
            ? DecorationSet.create(
                doc,
                marking.problems.flatMap((own) => problem(state, own)),
              )
            : drawn.problems.map(tr.mapping, doc),
          found: marking?.found ? DecorationSet.create(doc, found(marking.found)) : drawn.found.map(tr.mapping, doc),
          meant: marking?.meant
            ? DecorationSet.create(doc, marking.meant.map(meant))
            : drawn.meant.map(tr.mapping, doc),
        }
      },
    },
    props: {
      decorations(state) {
        const drawn = key.getState(state)
        return drawn ? drawn.problems.add(state.doc, [...drawn.found.find(), ...drawn.meant.find()]) : null
      },
    },
  })

/** What is still to be filled in around a position, as the engine found it: the
 * position is inside it, or it is all that the block holds. */
export function spotAt(state: EditorState, pos: number): Span | null {
  const spots = key.getState(state)?.problems.find(pos, pos, ({ name }: { name?: string }) => name === 'invulplek')
  const block = state.doc.resolve(pos).parent.content.size
  const spot = spots?.find(({ from, to }) => (from < pos && pos < to) || to - from === block)
  return spot ? { from: spot.from, to: spot.to } : null
}

function problem(state: EditorState, { place, severity, message, name }: Diagnostic): Decoration[] {
  if (!place.range || place.note) return []
  const span = placeToSpan(state.doc, place.path, place.range)
  return span && span.from < span.to
    ? [Decoration.inline(span.from, span.to, { class: `probleem probleem-${severity}`, title: message }, { name })]
    : []
}

const found = ({ spans, current }: { spans: Span[]; current: number }): Decoration[] =>
  spans.map((span, index) =>
    Decoration.inline(span.from, span.to, { class: index === current ? 'gevonden gevonden-hier' : 'gevonden' }),
  )

const meant = ({ from, to }: Span): Decoration => Decoration.inline(from, to, { class: 'bedoeld' })
