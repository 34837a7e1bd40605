// Where a text stands in the whole nota, in the order of the form: the fields,
// then the sections, each footnote at its reference. Titles of sections and
// what stands before the first one are not the text that one edits here.
import type { Node } from 'prosemirror-model'
import { longDate, readDate, today } from '../nota/date'
import { asText, textsOf } from '../nota/value'
import type { Session } from '../state/session.svelte'
import type { FieldView, NoteView } from '../wire'
import { findInText, type Query } from '../editor/find'
import { blocksToDoc } from '../editor/json'
import type { Span } from '../editor/places'
import { mark } from '../editor/schema'

/** Where in the form: the field or section, the position in it, and the
 * position in a footnote there. */
export type Order = [part: number, at: number, within: number]

/** A place that was found. */
export type Found = { order: Order; span: Span } & (
  | { kind: 'field'; key: string; path: (string | number)[]; fixed: boolean }
  | { kind: 'section'; id: string }
  | { kind: 'note'; label: string; /** The section with its reference, if any. */ id: string | null }
)

/** Which comes first: below zero when it is the one. */
export function compareOrder(one: Order, other: Order): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}

/** The part of the form that a section is, after all fields. */
export const partOf = (session: Session, id: string): number =>
  session.fields.length + session.sections.findIndex((own) => own.id === id)

/** All places of a text; as the public reads the nota, without what is
 * withheld. */
export function findInNota(session: Session, query: Query, asPublic: boolean): Found[] {
  if (query.text === '') return []
  const left = new Map(session.notes.map((note) => [note.label, note]))
  const found = session.fields.flatMap((field, part) =>
    asPublic && field.lak !== null ? [] : findInField(field, part, query),
  )
  for (const { id, index, alleen_intern } of session.sections) {
    const editor = index === null ? undefined : session.editors.get(id)
    if (!editor || (asPublic && alleen_intern)) continue
    found.push(...findInSection(editor.view.state.doc, { id, part: partOf(session, id), asPublic, left }, query))
  }
  // A footnote without reference is kept, and is on no page.
  const last = session.fields.length + session.sections.length
  const loose = asPublic ? [] : [...left.values()]
  return [...found, ...loose.flatMap((note, at) => findInNote(note, null, [last, at, 0], asPublic, query))]
}

function findInField(field: FieldView, part: number, query: Query): Found[] {
  // A date is shown otherwise than it is kept, and a choice is no free text:
  // they are found as they are shown, and stay.
  const fixed = field.soort === 'datum' || field.soort === 'keuze'
  return (fixed ? [{ path: [], text: shown(field) }] : textsOf(field.value)).flatMap(({ path, text }, at) =>
    findInText(text, query).map((span): Found => ({
      kind: 'field',
      key: field.sleutel,
      path,
      fixed,
      span,
      order: [part, at, span.from],
    })),
  )
}

function shown({ soort, value }: FieldView): string {
  const text = asText(value)
  const day = soort === 'datum' ? readDate(text, today()) : null
  return day ? longDate(day) : text
}

interface Where {
  id: string
  part: number
  asPublic: boolean
  /** The footnotes that were not met yet. */
  left: Map<string, NoteView>
}

function findInSection(doc: Node, { id, part, asPublic, left }: Where, query: Query): Found[] {
  const found = findInDoc(doc, query, asPublic).map((span): Found => ({
    kind: 'section',
    id,
    span,
    order: [part, span.from, 0],
  }))
  for (const { label, at } of references(doc, asPublic)) {
    const note = left.get(label)
    left.delete(label)
    if (note) found.push(...findInNote(note, id, [part, at, 0], asPublic, query))
  }
  return found.sort((one, other) => compareOrder(one.order, other.order))
}

function findInNote(note: NoteView, id: string | null, [part, at]: Order, asPublic: boolean, query: Query): Found[] {
  return findInDoc(blocksToDoc(note.blocks), query, asPublic).map((span): Found => ({
    kind: 'note',
    label: note.label,
    id,
    span,
    order: [part, at, span.from],
  }))
}

/** Whether a node is withheld as a whole. */
const isWithheld = (node: Node): boolean => node.type.name === 'lakblok' || Boolean(mark('lak').isInSet(node.marks))

/** The references to footnotes in a document. */
export function references(doc: Node, asPublic: boolean): { label: string; at: number }[] {
  const found: { label: string; at: number }[] = []
  doc.descendants((node, at) => {
    if (asPublic && isWithheld(node)) return false
    if (node.type.name === 'note') found.push({ label: String(node.attrs['label']), at })
    return true
  })
  return found
}

/** Where a text stands in a document. A reference to a footnote, and what is
 * withheld as the public reads it, stand for characters that nothing equals. */
export function findInDoc(doc: Node, query: Query, asPublic: boolean): Span[] {
  const found: Span[] = []
  doc.descendants((node, pos) => {
    if (asPublic && isWithheld(node)) return false
    if (!node.isTextblock) return true
    let text = ''
    node.forEach((own) => {
      text += own.isText && !(asPublic && isWithheld(own)) ? own.text : '\ufffc'.repeat(own.nodeSize)
    })
    for (const span of findInText(text, query)) found.push({ from: pos + 1 + span.from, to: pos + 1 + span.to })
    return false
  })
  return found
}
