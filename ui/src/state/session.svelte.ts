// The open nota in the window: what the host last told, the editors of its
// sections, and the one way along which changes go out.
import { tick } from 'svelte'
import { Across } from '../across/across.svelte'
import type { Way } from '../editor/flow'
import { numberNotes } from '../editor/numbering'
import type { Pasted } from '../editor/paste'
import type { SectionEditor } from '../editor/section-editor'
import { fieldControl, fieldRow } from './control'
import type { Host } from '../host/host'
import { surroundings, type Surroundings } from '../editor/copy'
import { decisionOf } from '../nota/value'
import { readPath, writePath, type FieldPath } from '../nota/path'
import { t } from '../teksten/nl'
import type {
  Applied,
  Block,
  Change,
  FieldView,
  NoteView,
  OtherText,
  PasteView,
  Place,
  SaveState,
  SectionView,
  Snapshot,
  TextRange,
  Value,
} from '../wire'
import { asHostError, notices } from './notices.svelte'
import { spoken } from './spoken.svelte'
import { notaOf } from './texts'

/** The nota as a whole. */
export const nowhere: Place = { section: null, index: null, note: null, path: [], range: null, field: null }

/** A section with its name in the window. */
export type Section = SectionView & { id: string }

/** Gives every section its name: the template's key; a second one with the
 * same key, or one without, has its position in it. */
export function nameSections(sections: SectionView[]): Section[] {
  const used = new Set<string>()
  return sections.map((section) => {
    const known = section.sleutel !== null && !used.has(section.sleutel)
    const id = known ? section.sleutel : `${section.sleutel ?? 'los'}-${section.index}`
    used.add(id ?? '')
    return { ...section, id: id ?? '' }
  })
}

/** The open nota. */
export class Session {
  /** The last whole nota; its bodies and values may be older than the text. */
  snapshot = $state.raw<Snapshot>() as Snapshot
  fields = $state.raw<FieldView[]>([])
  /** What was decided on the nota and when; none while nothing was. */
  readonly decided = $derived(decisionOf(this.fields))
  sections = $state.raw<Section[]>([])
  notes = $state.raw<NoteView[]>([])
  saved = $state.raw<SaveState>() as SaveState
  /** Whether it came back from what is kept, and so is not saved yet. */
  isRecovered = false
  canUndo = $state(false)
  canRedo = $state(false)
  /** The section whose text has the focus, or had it last. */
  active = $state.raw<SectionEditor | null>(null)
  /** The editor of the footnote that is shown. */
  noteEditor = $state.raw<SectionEditor | null>(null)
  /** Counts what happens at the caret, for what is drawn from it. */
  caret = $state(0)
  /** The footnote whose text is shown. */
  openNote = $state<string | null>(null)
  /** The numbers of the footnotes by label. */
  numbers = $state.raw<Map<string, number>>(new Map())
  /** The time of the last key, for problems that wait for a pause. */
  lastKey = 0
  readonly editors = new Map<string, SectionEditor>()
  /** What is selected over several sections. */
  readonly across = new Across(notaOf(this))
  private queue: Promise<unknown> = Promise.resolve()
  private flushers = new Set<() => void>()

  constructor(
    readonly host: Host,
    snapshot: Snapshot,
  ) {
    this.take(snapshot)
  }

  /** The revision that the last change made. */
  revision = 0
  /** How many changes are sent and not answered. */
  underway = 0

  private take(snapshot: Snapshot): void {
    this.revision = snapshot.revision
    this.snapshot = snapshot
    this.fields = snapshot.fields
    this.sections = nameSections(snapshot.sections)
    this.notes = snapshot.notes
    this.saved = snapshot.saved
    this.canUndo = snapshot.can_undo
    this.canRedo = snapshot.can_redo
  }

  /** Shows another state of the same nota. */
  show(snapshot: Snapshot, follow: Place | null): void {
    this.take(snapshot)
    for (const section of this.sections) {
      const editor = this.editors.get(section.id)
      editor?.refresh()
      if (editor && !editor.isPending)
        editor.setBlocks(section.blocks, follow !== null && follow.field === null && follow.index === section.index)
    }
    for (const { label, blocks } of this.notes) {
      const editor = this.shownNote(label)
      if (editor && !editor.isPending) editor.setBlocks(blocks, false)
    }
    if (follow) void tick().then(() => this.goTo(follow))
  }

  /** What the nota is called: its subject, as it is typed. */
  get titel(): string {
    const titel = this.fields.find((field) => field.titel)?.value
    return typeof titel === 'string' && titel.trim() !== '' ? titel : this.snapshot.titel
  }

  /** Whether nothing may be changed. */
  get readOnly(): boolean {
    return this.snapshot.read_only
  }

  /** The editor of a footnote, while that is shown. */
  shownNote = (label: string): SectionEditor | null => (this.openNote === label ? this.noteEditor : null)

  section = (id: string): Section | undefined => this.sections.find((own) => own.id === id)

  // Changes

  /** Sends a change; in the order in which they are made. */
  apply(change: Change, group: string | null = null): Promise<void> {
    return this.send(() => this.host.apply(change, group))
  }

  setField(key: string, value: Value, group: string | null): Promise<void> {
    this.fields = this.fields.map((field) => (field.sleutel === key ? { ...field, value } : field))
    return this.apply({ type: 'setField', path: key, value }, group)
  }

  setBody(id: string, blocks: Block[], group: string): void {
    const section = this.section(id)
    if (section?.index == null) return
    this.sections = this.sections.map((own) => (own === section ? { ...own, blocks } : own))
    // A section is filled by its parts as well.
    const own = [section.sleutel, section.onderdeel_van]
    this.sections = this.sections.map((one) => (own.includes(one.sleutel) ? { ...one, staat: this.stateOf(one) } : one))
    void this.apply({ type: 'setBody', section: section.index, blocks }, group)
  }

  /** The parts of a section that the nota has. */
  partsOf = ({ sleutel }: Section): Section[] =>
    this.sections.filter((own) => sleutel !== null && own.index !== null && own.onderdeel_van === sleutel)

  private stateOf(section: Section): SectionView['staat'] {
    if (section.staat === 'onbekend' || section.index === null) return section.staat
    return [section, ...this.partsOf(section)].some((own) => own.blocks.length > 0) ? 'gevuld' : 'leeg'
  }

  setNote(label: string, blocks: Block[], group: string | null): Promise<void> {
    const known = this.notes.some((note) => note.label === label)
    this.notes = known
      ? this.notes.map((note) => (note.label === label ? { label, blocks } : note))
      : [...this.notes, { label, blocks }]
    return this.apply({ type: 'setNote', label, blocks }, group)
  }

  /** Withholds what is at a place, or makes it public again. */
  setLak(place: Place, grond: string | null): Promise<void> {
    return this.apply({ type: 'setLak', place, grond })
  }

  /** The next free label of a footnote. */
  newLabel = (): string => {
    const used = new Set([...this.notes.map((note) => note.label), ...this.reserved])
    let number = 1
    while (used.has(String(number))) number += 1
    this.reserved.add(String(number))
    return String(number)
  }
  private reserved = new Set<string>()

  undo = (): Promise<void> => this.retrace(() => this.host.undo(), t.voorlezen.ongedaan, t.voorlezen.nietsOngedaan)

  redo = (): Promise<void> => this.retrace(() => this.host.redo(), t.voorlezen.opnieuw, t.voorlezen.nietsOpnieuw)

  private async retrace(step: () => Promise<Applied>, done: string, nothing: string): Promise<void> {
    await this.underWay
    this.flush()
    await this.queue
    const { revision } = this
    await this.send(step)
    spoken.sayNext(this.revision === revision ? nothing : done)
  }

  /** Brings a part of another text back, or all of it. */
  async restore(other: OtherText, part: number | null): Promise<void> {
    this.flush()
    await this.send(() => this.host.restoreText(other, part))
  }

  /** Has the engine read what was copied elsewhere. */
  readPaste = (html: string | null, text: string): Promise<PasteView> => this.host.readPaste(html, text)

  /** Takes down that a paste is under way: what one asks next is about the text
   * with it. */
  pasting = (done: Promise<void>): void => {
    this.underWay = Promise.all([this.underWay, done])
  }
  private underWay: Promise<unknown> = Promise.resolve()

  /** Tells what a paste left out, once, with a way back. */
  pasted = ({ notes, zonder, kwijt, fault }: Pasted, group: string): void => {
    for (const note of notes) void this.setNote(note.label, note.blocks, group)
    const said = [
      fault ? t.plakken.alleenTekst(asHostError(fault).message) : '',
      zonder.length ? t.plakken.nietOvergenomen(zonder) : '',
      kwijt.length ? t.plakken.kwijt(kwijt) : '',
    ].filter((zin) => zin !== '')
    if (said.length) notices.say(said.join(' '), { label: t.opdrachten.ongedaanMaken, run: () => this.undo() })
  }

  /** Numbers the footnotes anew, a moment later. */
  renumber(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      this.numbers = numberNotes(document)
    })
  }
  private frame = 0

  /** What copying the public text has to know of the nota, as it is now. */
  surroundings(): Surroundings {
    this.flush()
    const first = { alleen_intern: false, blocks: this.snapshot.preamble }
    return surroundings([first, ...this.sections.filter((own) => own.index !== null)], this.notes)
  }

  /** Asks for a change that the engine makes, in the order of the others. */
  send(call: () => Promise<Applied>): Promise<void> {
    this.underway += 1
    const sent = this.queue
      .then(call)
      .then(
        (applied) => this.applied(applied),
        (error: unknown) => notices.fail(error),
      )
      .finally(() => (this.underway -= 1))
    this.queue = sent
    return sent
  }

  private applied(applied: Applied): void {
    this.revision = applied.revision
    this.canUndo = applied.can_undo
    this.canRedo = applied.can_redo
    this.saved = applied.saved
    if (!applied.snapshot) return void this.catchUp()
    // What was typed since is not in it: the last answer shows it all.
    if (this.underway > 1 && !applied.focus) this.behind = true
    else this.show(applied.snapshot, applied.focus)
  }

  /** Shows what the engine wrote itself while one typed on. */
  private async catchUp(): Promise<void> {
    if (!this.behind || this.underway > 1) return
    this.behind = false
    const snapshot = await this.host.snapshot()
    if (snapshot && this.underway === 0) this.show(snapshot, null)
    else this.behind = true
  }
  private behind = false

  /** Shows the nota under its template as that is now. */
  async renew(): Promise<void> {
    await this.settle()
    this.behind = true
    await this.catchUp()
  }

  /** Sends all that was typed and not sent, and waits until it has arrived. */
  async settle(): Promise<void> {
    await this.underWay
    this.flush()
    await this.queue
  }

  flush(): void {
    for (const flush of this.flushers) flush()
    for (const editor of this.editors.values()) editor.flush()
  }

  /** Registers what sends a field's typing; gives what ends that. */
  onFlush(flush: () => void): () => void {
    this.flushers.add(flush)
    return () => this.flushers.delete(flush)
  }

  // Sections

  /** Takes a section of the template into the nota, its parent too. */
  async addSection(id: string): Promise<void> {
    await this.settle()
    const wanted = this.section(id)
    if (!wanted || wanted.index !== null) return
    const parent = wanted.onderdeel_van ? this.section(wanted.onderdeel_van) : undefined
    const missing = parent?.index === null ? [parent, wanted] : [wanted]
    const before = this.sections
      .slice(0, this.sections.indexOf(missing[0] ?? wanted))
      .filter((own) => own.index !== null).length
    const changes = missing.map((own, offset): Change => ({
      type: 'addSection',
      key: own.sleutel,
      number: own.nummer,
      title: own.titel,
      level: own.onderdeel_van ? 3 : 2,
      index: before + offset,
    }))
    await this.apply(changes.length === 1 && changes[0] ? changes[0] : { type: 'all', changes })
    await tick()
    this.editors.get(id)?.goTo([], null)
  }

  /** Moves what stands before the first section into a section. */
  async movePreamble({ id, index }: Section): Promise<void> {
    await this.settle()
    if (index === null) return
    await this.apply({ type: 'movePreamble', section: index })
    await tick()
    this.editors.get(id)?.goTo([], null)
  }

  /** Takes a section out of the nota. */
  async removeSection(id: string): Promise<void> {
    await this.settle()
    const section = this.section(id)
    if (section?.index == null) return
    this.editors.delete(id)
    await this.apply({ type: 'removeSection', section: section.index })
    notices.say(t.secties.verwijderd(section.titel), { label: t.opdrachten.ongedaanMaken, run: () => this.undo() })
  }

  // Going somewhere

  /** Goes to a place: the field, the text or the footnote. */
  goTo(place: Place): void {
    if (place.field !== null) return focusField(place.field, this.readPath(place.field), place.range)
    if (place.note !== null && place.index === null) {
      this.openNote = place.note
      return
    }
    const section = this.sections.find((own) =>
      place.index !== null ? own.index === place.index : own.sleutel === place.section,
    )
    if (!section) return
    const { id } = section
    const editor = this.editors.get(id)
    if (editor) editor.goTo(place.path, place.range)
    document.getElementById(`sectie-${id}`)?.scrollIntoView({ block: 'nearest' })
    if (place.note !== null) this.openNote = place.note
  }

  /** Goes on from a section to the text before or after it; false at the end. */
  goOn(id: string, way: Way): boolean {
    const used = this.sections.filter((own) => own.index !== null)
    const next = used[used.findIndex((own) => own.id === id) + (way === 'verder' ? 1 : -1)]
    const editor = next && this.editors.get(next.id)
    editor?.enter(way)
    return editor !== undefined
  }

  /** A field, and the way into its value, by the path of a place. */
  readPath = (path: string): FieldPath =>
    readPath(
      path,
      this.fields.map((own) => own.sleutel),
    )

  /** Where the caret stands in the nota. */
  caretPlace(): Place | null {
    const field = fieldPlace(document.activeElement)
    if (field) return { ...nowhere, ...field }
    const section = this.active && this.section(this.active.id)
    if (!this.active || section?.index == null) return null
    return { ...nowhere, section: section.sleutel, index: section.index, ...this.active.place() }
  }
}

/** The path of a field that has the focus, and where its caret stands. */
function fieldPlace(element: Element | null): Pick<Place, 'field' | 'range'> | null {
  const key = element?.closest<HTMLElement>('[data-veld]')?.dataset['veld']
  if (!element || !key) return null
  const row = element.closest<HTMLElement>('[data-regel]')?.dataset['regel']
  const field = writePath({ key, steps: row === undefined ? [] : [Number(row)] })
  const isText = element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && row !== undefined)
  const before = isText ? element.value.slice(0, element.selectionStart ?? 0) : null
  const start = before === null ? null : [...before].length
  return { field, range: start === null ? null : { start, end: start } }
}

/** Puts the focus in a field, by the path of a place in it, with the
 * characters selected. */
function focusField(path: string, place: FieldPath, range: TextRange | null): void {
  const row = fieldRow(place.key)
  if (!row) {
    // The fields are folded: they open and the focus follows.
    document.dispatchEvent(new CustomEvent('veld-gevraagd', { detail: path }))
    return
  }
  const control = fieldControl(place)
  control?.focus()
  if (range && (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) {
    const unit = (character: number): number => [...control.value].slice(0, character).join('').length
    control.setSelectionRange(unit(range.start), unit(range.end))
  }
  row.scrollIntoView({ block: 'nearest' })
}
