// Finding and replacing over the whole nota: what was found, where one is in
// it, and how that is shown.
import { tick } from 'svelte'
import { writePath } from '../nota/path'
import { fieldControl } from '../state/control'
import { textsOf, withText } from '../nota/value'
import { nowhere, type Session } from '../state/session.svelte'
import type { Query } from '../editor/find'
import { compareOrder, findInNota, partOf, references, type Found, type Order } from './find-nota'
import type { Span } from '../editor/places'
import { replaceInBlocks } from '../editor/replace'

/** Counts the steps, so that each has a name of its own. */
let steps = 0

/** What is looked for and found. */
export class Finder {
  query = $state<Query>({ text: '', exact: false, accents: false, whole: false })
  replacement = $state('')
  found = $state.raw<Found[]>([])
  /** Which of them one is at; -1 before the first step. */
  at = $state(-1)
  /** Whether the last step went on at the other end of the nota. */
  turned = $state<'begin' | 'eind' | null>(null)
  /** Where one looks from: the caret, or the place one is at. */
  private from: Order = [0, 0, 0]
  /** The footnote that is shown because something was found in it. */
  private opened: string | null = null

  constructor(
    private readonly session: Session,
    private readonly asPublic: () => boolean,
  ) {
    this.start()
  }

  /** What one is at. */
  get here(): Found | undefined {
    return this.found[this.at]
  }

  /** Looks from the caret from now on. */
  start(): void {
    const { session } = this
    const path = session.caretPlace()?.field
    const key = path ? session.readPath(path).key : null
    const part = session.fields.findIndex((field) => field.sleutel === key)
    const { active } = session
    if (part >= 0) this.from = [part, 0, 0]
    else if (active) this.from = [partOf(session, active.id), active.view.state.selection.from, 0]
    this.at = -1
  }

  /** Looks again after the text changed; stays where one was, and shows nothing. */
  look(): void {
    this.found = findInNota(this.session, this.query, this.asPublic())
    this.at = this.at < 0 ? -1 : this.next()
    this.draw()
  }

  /** Looks for what is asked now, and shows the first place from where one was. */
  seek(): void {
    this.look()
    this.at = this.next()
    this.turned = this.here && compareOrder(this.here.order, this.from) < 0 ? 'begin' : null
    this.show()
  }

  /** The first place from where one looks; past the last one the first. */
  private next(): number {
    const next = this.found.findIndex((own) => compareOrder(own.order, this.from) >= 0)
    return next < 0 && this.found.length > 0 ? 0 : next
  }

  /** Goes to the next place (1) or the previous one (-1), round the nota. */
  step(by: 1 | -1): void {
    const { length } = this.found
    if (length === 0) return
    const before = this.found.filter((own) => compareOrder(own.order, this.from) < 0).length
    const wanted = this.at >= 0 ? this.at + by : by > 0 ? before : before - 1
    this.turned = wanted >= length ? 'begin' : wanted < 0 ? 'eind' : null
    this.at = (wanted + length) % length
    this.show()
  }

  /** Replaces the place one is at, and goes on to the next. */
  replace(): void {
    const { here } = this
    if (!here || isFixed(here)) return this.step(1)
    this.put([here], `vervang:${(steps += 1)}`)
    const [part, at, within] = here.order
    const { length } = this.replacement
    // What was put there is not looked at again.
    this.from = here.kind === 'section' ? [part, at + length, 0] : [part, at, within + length]
    this.seek()
  }

  /** Replaces all that can be replaced, as one step; gives how many there were. */
  async replaceAll(): Promise<number> {
    await this.session.settle()
    this.look()
    const free = this.found.filter((own) => !isFixed(own))
    const group = `vervang-alles:${(steps += 1)}`
    for (const key of new Set(free.map(target)))
      this.put(
        free.filter((own) => target(own) === key),
        group,
      )
    await this.session.settle()
    this.look()
    return free.length
  }

  /** Replaces what was found in one field, section or footnote. */
  private put(found: Found[], group: string): void {
    const { session, replacement } = this
    const [first] = found
    if (!first) return
    const spans = found.map((own) => own.span)
    if (first.kind === 'section') session.editors.get(first.id)?.replaceText(spans, replacement, group)
    else if (first.kind === 'note') {
      session.flush()
      const note = session.notes.find((own) => own.label === first.label)
      if (!note) return
      const blocks = replaceInBlocks(note.blocks, spans, replacement)
      void session.setNote(note.label, blocks, group)
      session.shownNote(note.label)?.setBlocks(blocks, false)
    } else {
      const old = session.fields.find((own) => own.sleutel === first.key)?.value
      if (old === undefined) return
      const value = found.toReversed().reduce((next, own) => {
        const path = own.kind === 'field' ? own.path : []
        const text = textsOf(next).find((one) => one.path.join('/') === path.join('/'))?.text ?? ''
        return withText(next, path, text.slice(0, own.span.from) + replacement + text.slice(own.span.to))
      }, old)
      void session.setField(first.key, value, group)
    }
  }

  /** Brings the place one is at into view. */
  private show(): void {
    const { session, here } = this
    if (here) this.from = here.order
    if (here?.kind === 'field' && !fieldControl({ key: here.key, steps: here.path }))
      document.dispatchEvent(new CustomEvent('velden-getoond'))
    this.draw()
    requestAnimationFrame(() => {
      this.draw()
      document.querySelector('.gevonden-hier')?.scrollIntoView({ block: 'center' })
      const label = here?.kind === 'note' ? here.label : null
      // The footnote stands beside its reference, so that comes into view first.
      if (label !== null) session.openNote = label
      else if (this.opened !== null && session.openNote === this.opened) session.openNote = null
      this.opened = label
      void tick().then(() => this.draw())
    })
  }

  /** Marks what was found, in the sections, the fields and the footnote that is shown. */
  draw(): void {
    const { session, here } = this
    const spansOf = (is: (own: Found) => boolean): [Span[], number] => {
      const own = this.found.filter(is)
      return [own.map(({ span }) => span), here ? own.indexOf(here) : -1]
    }
    for (const [id, editor] of session.editors) {
      const [spans, current] = spansOf((own) => own.kind === 'section' && own.id === id)
      // The reference says that there is something in the footnote.
      const noted = references(editor.view.state.doc, this.asPublic()).filter(({ label }) =>
        this.found.some((own) => own.kind === 'note' && own.label === label),
      )
      const at = noted.findIndex(({ label }) => here?.kind === 'note' && here.label === label)
      editor.setFound(
        [...spans, ...noted.map((own) => ({ from: own.at, to: own.at + 1 }))],
        at < 0 ? current : spans.length + at,
      )
    }
    const { openNote } = session
    if (openNote !== null)
      session.shownNote(openNote)?.setFound(...spansOf((own) => own.kind === 'note' && own.label === openNote))
    this.drawFields()
  }

  private drawFields(): void {
    for (const old of document.querySelectorAll('#gegevens .gevonden'))
      old.classList.remove('gevonden', 'gevonden-hier')
    for (const own of this.found) {
      if (own.kind !== 'field') continue
      const control = fieldControl({ key: own.key, steps: own.path })
      control?.classList.add('gevonden')
      if (own === this.here) control?.classList.add('gevonden-hier')
    }
  }

  /** Puts the caret at the place one is at, with the text selected. */
  enter(): void {
    const { session, here } = this
    if (!here) return session.active?.view.focus()
    if (here.kind === 'section') session.editors.get(here.id)?.select(here.span)
    else if (here.kind === 'note') session.shownNote(here.label)?.select(here.span)
    else {
      const text = textsOf(session.fields.find((own) => own.sleutel === here.key)?.value ?? null).find(
        (own) => own.path.join('/') === here.path.join('/'),
      )?.text
      const character = (unit: number): number => [...(text ?? '').slice(0, unit)].length
      const range = here.fixed ? null : { start: character(here.span.from), end: character(here.span.to) }
      session.goTo({ ...nowhere, field: writePath({ key: here.key, steps: here.path }), range })
    }
  }

  /** Takes the marks away. */
  clear(): void {
    this.found = []
    this.draw()
  }
}

const isFixed = (own: Found): boolean => own.kind === 'field' && own.fixed
const target = (own: Found): string =>
  own.kind === 'field' ? `veld:${own.key}` : own.kind === 'section' ? `sectie:${own.id}` : `noot:${own.label}`
