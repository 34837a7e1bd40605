// Finding and replacing over the whole nota: the fields and all sections, in
// the order of the form.
import { textsOf, withText } from '../form/value'
import type { Session } from '../state/session.svelte'
import { findInDoc, findInText, type Query } from './find'
import type { Span } from './places'

/** A place that was found. */
export interface Found {
  /** The section, or none for a field. */
  section: string | null
  field: string | null
  /** The text in the value of the field. */
  path: (string | number)[]
  span: Span
}

const same = (one: (string | number)[], other: (string | number)[]): boolean => one.join('/') === other.join('/')

/** What is looked for and found. */
export class Finder {
  query = $state<Query>({ text: '', exact: false, whole: false })
  replacement = $state('')
  found = $state.raw<Found[]>([])
  at = $state(-1)

  constructor(private readonly session: Session) {}

  /** Looks again; stays near where it was. */
  look(): void {
    const { session, query } = this
    const inFields = session.fields.flatMap((field) =>
      // A date is shown otherwise than it is kept, and a choice is no free text.
      field.soort === 'datum' || field.soort === 'keuze'
        ? []
        : textsOf(field.value).flatMap(({ path, text }) =>
            findInText(text, query).map((span) => ({ section: null, field: field.sleutel, path, span })),
          ),
    )
    const inSections = session.sections.flatMap((section) => {
      const id = section.id
      const editor = section.index === null ? undefined : session.editors.get(id)
      if (!editor) return []
      return findInDoc(editor.view.state.doc, query).map((span) => ({ section: id, field: null, path: [], span }))
    })
    this.found = [...inFields, ...inSections]
    this.at = Math.min(this.at, this.found.length - 1)
    if (this.at < 0 && this.found.length > 0) this.step(1)
    this.draw()
  }

  /** Goes to the next place (1) or the previous one (-1). */
  step(by: 1 | -1, scroll = true): void {
    if (this.found.length === 0) return
    this.at = (Math.max(this.at, by > 0 ? -1 : 0) + by + this.found.length) % this.found.length
    this.draw()
    const here = this.found[this.at]
    if (!here || !scroll) return
    requestAnimationFrame(() => {
      const target = here.field
        ? (document.querySelector(`[data-veld="${CSS.escape(here.field)}"]`) ?? document.getElementById('gegevens'))
        : document.querySelector('.gevonden-hier')
      target?.scrollIntoView({ block: 'center' })
    })
  }

  /** Replaces the place one is at, and goes on. */
  replace(): void {
    const here = this.found[this.at]
    if (!here) return this.step(1)
    this.put(here, `vervang:${Date.now()}`)
    this.look()
    this.at -= 1
    this.step(1)
  }

  /** Replaces all, as one step; gives how many there were. */
  async replaceAll(): Promise<number> {
    const count = this.found.length
    await this.session.settle()
    const group = `vervang-alles:${Date.now()}`
    // From the back, so that the positions before stay true.
    for (const here of this.found.toReversed()) this.put(here, group)
    await this.session.settle()
    this.look()
    return count
  }

  private put(here: Found, group: string): void {
    const { session, replacement } = this
    if (here.field !== null) {
      const value = session.fields.find((field) => field.sleutel === here.field)?.value
      const text = value === undefined ? undefined : textsOf(value).find((own) => same(own.path, here.path))?.text
      if (value === undefined || text === undefined) return
      const next = text.slice(0, here.span.from) + replacement + text.slice(here.span.to)
      void session.setField(here.field, withText(value, here.path, next), group)
      return
    }
    const editor = here.section === null ? undefined : session.editors.get(here.section)
    editor?.replaceText(here.span, replacement, group)
  }

  private draw(): void {
    const here = this.found[this.at]
    for (const [id, editor] of this.session.editors) {
      const own = this.found.filter((found) => found.section === id)
      editor.setFound(
        own.map((found) => found.span),
        here ? own.indexOf(here) : -1,
      )
    }
  }

  /** Takes the marks away. */
  clear(): void {
    for (const editor of this.session.editors.values()) editor.setFound([], -1)
  }
}
