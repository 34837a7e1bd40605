// What the language checks say, drawn in the text: marks that move along with
// what is typed, go when their own words change, and leave the word alone that
// is being typed. Nothing is drawn while an input method or a dead key composes:
// that would break the letter that is being made.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { TaalMelding } from '../wire'
import { placeToSpan, type Span } from './places'

interface Drawn {
  /** All marks. */
  all: DecorationSet
  /** The word that is being typed. */
  typing: Span | null
  /** The marks without those at that word. */
  shown: DecorationSet
}

/** A place for which suggestions are asked. */
export interface Asked {
  melding: TaalMelding
  /** The words that are marked. */
  text: string
  /** Where they stand on the screen. */
  box: DOMRect
}

interface Spec {
  melding: TaalMelding
  text: string
}

interface Meta {
  meldingen?: TaalMelding[]
  left?: boolean
}

const key = new PluginKey<Drawn>('language')
const nothing: Drawn = { all: DecorationSet.empty, typing: null, shown: DecorationSet.empty }

/** A transaction that draws what is said about this text. */
export const drawLanguage = (state: EditorState, meldingen: TaalMelding[]): Transaction =>
  state.tr.setMeta(key, { meldingen } satisfies Meta).setMeta('addToHistory', false)

/** What is said at a position, that of the shortest words first. */
export function languageAt(state: EditorState, pos: number): { melding: TaalMelding; span: Span; text: string } | null {
  const found = key.getState(state)?.all.find(pos, pos) ?? []
  const [first] = found.toSorted((one, other) => one.to - one.from - (other.to - other.from))
  if (!first) return null
  const { melding, text } = first.spec as Spec
  return { melding, span: { from: first.from, to: first.to }, text }
}

/** Asks for suggestions at the caret; false when nothing is said there. */
export function askAtCaret(view: EditorView, ask: (asked: Asked) => void): boolean {
  return askAt(view, view.state.selection.head, ask)
}

function askAt(view: EditorView, pos: number, ask: (asked: Asked) => void): boolean {
  const found = languageAt(view.state, pos)
  if (!found) return false
  const [start, end] = [view.coordsAtPos(found.span.from), view.coordsAtPos(found.span.to, -1)]
  // Words over two lines: the menu stands at the first.
  const right = end.top > start.bottom ? start.left : end.right
  ask({
    melding: found.melding,
    text: found.text,
    box: new DOMRect(start.left, start.top, right - start.left, start.bottom - start.top),
  })
  return true
}

/** The plugin that draws, and asks by mouse and keys. */
export function languagePlugin(ask: (asked: Asked) => void): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: () => nothing,
      apply: (tr, drawn, _, state) => next(tr, drawn, state),
    },
    props: {
      decorations: (state) => key.getState(state)?.shown ?? null,
      handleKeyDown: (view, event) =>
        (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && askAtCaret(view, ask),
      handleDOMEvents: {
        contextmenu: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (!at || !askAt(view, at.pos, ask)) return false
          event.preventDefault()
          return true
        },
        blur: (view) => {
          if (key.getState(view.state)?.typing && !view.composing)
            view.dispatch(view.state.tr.setMeta(key, { left: true } satisfies Meta))
          return false
        },
      },
    },
  })
}

function next(tr: Transaction, drawn: Drawn, state: EditorState): Drawn {
  const meta = tr.getMeta(key) as Meta | undefined
  if (!meta && !tr.docChanged && !tr.selectionSet) return drawn
  const all = meta?.meldingen
    ? DecorationSet.create(
        state.doc,
        meta.meldingen.flatMap((own) => mark(state, own)),
      )
    : tr.docChanged
      ? kept(drawn.all.map(tr.mapping, state.doc), tr, state)
      : drawn.all
  const typing = meta?.left ? null : typed(tr, drawn.typing, state)
  if (all === drawn.all && same(typing, drawn.typing)) return { ...drawn, typing }
  return { all, typing, shown: typing ? all.remove(all.find(typing.from, typing.to)) : all }
}

const same = (one: Span | null, other: Span | null): boolean => one?.from === other?.from && one?.to === other?.to

/** The marks whose words still stand there. While a letter is composed all
 * stay: taking one away would draw the text anew. */
function kept(all: DecorationSet, tr: Transaction, state: EditorState): DecorationSet {
  if (tr.getMeta('composition') !== undefined) return all
  const gone = all.find().filter(({ from, to, spec }) => textOf(state, from, to) !== (spec as Spec).text)
  return gone.length ? all.remove(gone) : all
}

/** The word at the caret, when it is being typed; it stays so until the caret
 * leaves it. */
function typed(tr: Transaction, before: Span | null, state: EditorState): Span | null {
  const { selection } = state
  const byHand = tr.docChanged && !tr.getMeta('host') && !tr.getMeta('paste')
  if (!selection.empty || (tr.docChanged && !byHand)) return null
  if (byHand) return wordAround(state, selection.head)
  return before && before.from <= selection.head && selection.head <= before.to ? before : null
}

/** The word around a position; none between words. */
export function wordAround(state: EditorState, pos: number): Span | null {
  const $pos = state.doc.resolve(pos)
  const { parent, parentOffset } = $pos
  if (!parent.isTextblock) return null
  const text = parent.textBetween(0, parent.content.size, '\ufffc', '\ufffc')
  const before = /[\p{L}\p{N}\p{M}'’.-]*$/u.exec(text.slice(0, parentOffset))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}\p{M}'’-]*/u.exec(text.slice(parentOffset))?.[0].length ?? 0
  return before + after > 0 ? { from: pos - before, to: pos + after } : null
}

const textOf = (state: EditorState, from: number, to: number): string => state.doc.textBetween(from, to, '\n', '\n')

function mark(state: EditorState, own: TaalMelding): Decoration[] {
  const { place, severity } = own.melding
  if (!place.range || place.path.length === 0) return []
  const span = placeToSpan(state.doc, place.path, place.range)
  if (!span || span.from >= span.to || span.to > state.doc.content.size) return []
  const strength = severity === 'tip' ? 'zacht' : 'vast'
  return [
    Decoration.inline(span.from, span.to, { class: `taal taal-${own.soort} taal-${strength}` }, {
      melding: own,
      text: textOf(state, span.from, span.to),
    } satisfies Spec),
  ]
}
