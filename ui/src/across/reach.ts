// How far a selection over several sections reaches: its two ends, and what lies
// between them of each text.
import type { Node, Slice } from 'prosemirror-model'
import { Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { wholeSlice } from '../editor/beside-table'
import type { Way } from '../editor/flow'
import type { Span } from '../editor/places'
import type { SectionEditor } from '../editor/section-editor'

/** A text that can be selected, in the order of the nota. */
export interface Text {
  id: string
  /** Its number and title, as they are printed. */
  heading: string
  /** Whether it is a part of another section. */
  isPart: boolean
  /** What the template calls it; none for a section that it does not know. */
  key: string | null
  editor: SectionEditor
}

/** One end of a selection. */
export interface End {
  id: string
  pos: number
}

/** Where a selection begins and where one is with it. */
export interface Reach {
  anchor: End
  head: End
}

/** What is selected of one text. */
export interface Part extends Span {
  text: Text
  /** Whether it is all of it. */
  isWhole: boolean
  /** Whether it begins where the text does: the heading above it is meant too. */
  fromStart: boolean
}

export const startOf = (doc: Node): number => Selection.atStart(doc).from
export const endOf = (doc: Node): number => Selection.atEnd(doc).to

/** The edge of a text where one comes in, going this way. */
export const edgeOf = (doc: Node, way: Way): number => (way === 'verder' ? startOf(doc) : endOf(doc))

/** The depth of the outermost table around a position; none outside one. */
function tableDepth(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos)
  for (let depth = 1; depth <= $pos.depth; depth++) if ($pos.node(depth).type.name === 'table') return depth
  return null
}

/** The position before (-1) or after (1) a table around a position: over its edge
 * a table is taken whole. */
export function besideTableAt(doc: Node, pos: number, side: -1 | 1): number | null {
  const depth = tableDepth(doc, pos)
  if (depth === null) return null
  const $pos = doc.resolve(pos)
  return side < 0 ? $pos.before(depth) : $pos.after(depth)
}

/** What lies between the ends, of each text in the order of the nota; nothing when
 * an end is no longer there. */
export function partsOf(texts: Text[], { anchor, head }: Reach): Part[] {
  const at = (end: End): number => texts.findIndex((own) => own.id === end.id)
  const [one, other] = [at(anchor), at(head)]
  if (one < 0 || other < 0) return []
  const [first, last] = one <= other ? [anchor, head] : [head, anchor]
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  return texts.slice(from, to + 1).map((text, index) => {
    const { doc } = text.editor.view.state
    const [start, end] = [startOf(doc), endOf(doc)]
    const span = {
      from: index === 0 ? (besideTableAt(doc, first.pos, -1) ?? first.pos) : start,
      to: index === to - from ? (besideTableAt(doc, last.pos, 1) ?? last.pos) : end,
    }
    const fromStart = span.from <= start
    const isWhole = fromStart && span.to >= end
    return { text, ...(isWhole ? { from: 0, to: doc.content.size } : span), isWhole, fromStart }
  })
}

/** What is selected of a text, to be put elsewhere. */
export function sliceOf({ text, from, to, isWhole }: Part): Slice {
  const { doc } = text.editor.view.state
  return isWhole ? wholeSlice(doc) : doc.slice(from, to)
}

/** Takes what is selected of a text out of it. */
export function without({ text, from, to, isWhole }: Part): Transaction {
  const { doc, tr } = text.editor.view.state
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  if (from === to) return tr
  if (!isWhole && $from.parent.isTextblock && $to.parent.isTextblock)
    return tr.setSelection(TextSelection.create(doc, from, to)).deleteSelection()
  tr.delete(from, to)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), from === 0 ? 1 : -1))
}

/** The words of what is selected. */
export function wordsOf(parts: Part[]): number {
  const texts = parts.map(({ text, from, to }) => text.editor.view.state.doc.textBetween(from, to, '\n', ' '))
  return texts.join('\n').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0
}

/** The place in the first or last line of a text that lies as far from the left as
 * one was; its edge where that is not to be found. */
export function inLine({ view }: SectionEditor, way: Way, left: number | null): number {
  const { doc } = view.state
  const edge = edgeOf(doc, way)
  if (left === null) return edge
  try {
    const { top, bottom } = view.coordsAtPos(edge, way === 'verder' ? 1 : -1)
    const found = view.posAtCoords({ left, top: (top + bottom) / 2 })?.pos
    return found !== undefined && doc.resolve(found).sameParent(doc.resolve(edge)) ? found : edge
  } catch {
    // What is not drawn has no lines.
    return edge
  }
}

/** How far a place lies from the left; none where it is not drawn. */
export function leftOf({ view }: SectionEditor, pos: number): number | null {
  try {
    return view.coordsAtPos(pos).left
  } catch {
    return null
  }
}
