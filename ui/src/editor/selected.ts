// What is selected of a text, drawn: a selection that lies over several sections
// is none of the web view's own.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Span } from './places'

interface Drawn {
  span: Span | null
  set: DecorationSet
}

const key = new PluginKey<Drawn>('selected')

/** A transaction that draws what is selected; nothing any more without it. */
export const drawSelected = (state: EditorState, span: Span | null): Transaction =>
  state.tr.setMeta(key, { span }).setMeta('addToHistory', false)

/** Whether a position lies in what is drawn as selected. */
export function isSelected(state: EditorState, pos: number): boolean {
  const span = key.getState(state)?.span
  return span != null && span.from <= pos && pos <= span.to
}

/** What is drawn as selected. */
export const selectedOf = (state: EditorState): Span | null => key.getState(state)?.span ?? null

/** The plugin that draws. */
export const selectedPlugin = (): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ span: null, set: DecorationSet.empty }),
      apply(tr, drawn, _, state) {
        const asked = tr.getMeta(key) as { span: Span | null } | undefined
        if (asked) return { span: asked.span, set: draw(state, asked.span) }
        if (!tr.docChanged || !drawn.span) return drawn
        const { from, to } = drawn.span
        const span = { from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) }
        return { span, set: drawn.set.map(tr.mapping, state.doc) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.set ?? null },
  })

/** The text of the stretch, and in an empty line the line itself. */
function draw({ doc }: EditorState, span: Span | null): DecorationSet {
  if (!span) return DecorationSet.empty
  const own = [Decoration.inline(span.from, span.to, { class: 'geselecteerd' })]
  doc.nodesBetween(span.from, span.to, (node, pos) => {
    if (node.isTextblock && node.content.size === 0)
      own.push(Decoration.node(pos, pos + node.nodeSize, { class: 'geselecteerd-leeg' }))
    return !node.isTextblock
  })
  return DecorationSet.create(doc, own)
}
