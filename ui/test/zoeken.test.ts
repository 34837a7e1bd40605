// Finding and replacing over the whole nota: fields, text, lists, tables and
// footnotes, on the recorded desk.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Finder } from '../src/find/finder.svelte'
import { replay } from './replay'
import { Session } from '../src/state/session.svelte'
import type { SectionEditor } from '../src/editor/section-editor'
import { editorOf, prepare } from './editor'

let session: Session
let finder: Finder
let isPublic: boolean

beforeEach(async () => {
  prepare()
  // jsdom has neither.
  vi.stubGlobal('CSS', { escape: (name: string) => name })
  Element.prototype.scrollIntoView = () => {}
  document.body.replaceChildren()
  isPublic = false
  const host = replay()
  session = new Session(host, await host.openPath('nota.nota.md'))
  for (const { id, index, blocks } of session.sections) {
    if (index === null) continue
    const editor = editorOf('', [], {
      id,
      changed: (next, group) => session.setBody(id, next, group),
      renumber: () => session.renumber(),
    })
    editor.setBlocks(blocks, false)
    session.editors.set(id, editor)
  }
  finder = new Finder(session, () => isPublic)
})

/** Shows a footnote, as its popover does. */
function shows(label: string): SectionEditor {
  const editor = editorOf('', [], { changed: (next, group) => void session.setNote(label, next, group) })
  editor.setBlocks(session.notes.find((note) => note.label === label)?.blocks ?? [], false)
  session.openNote = label
  session.noteEditor = editor
  return editor
}
function looksFor(text: string): void {
  finder.query.text = text
  finder.seek()
}
const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
/** Where one is: the field, section or footnote. */
const here = (): string => {
  const own = finder.here
  if (!own) return 'nergens'
  return own.kind === 'field' ? own.key : own.kind === 'section' ? own.id : `noot ${own.label}`
}
/** All that is written in the nota. */
const text = (): string => JSON.stringify([session.fields.map((own) => own.value), session.sections, session.notes])
const noteText = (): string => JSON.stringify(session.notes[0]?.blocks)

describe('finding', () => {
  it.each([
    ['Kamerbrief', 'onderwerp'],
    ['15 maart 2024', 'datum'],
    ['minister van justitie', 'aan'],
    ['SG', 'parafen'],
    ['29 911', 'noot 1'],
    ['Insteek brief', 'kernpunten'],
    ['de Belastingdienst', 'krachtenveld'],
    ['Regioburgemeesters', 'krachtenveld'],
    ['Standpunt', 'krachtenveld'],
    ['Jansen', 'krachtenveld'],
  ])('%s in %s', (asked, where) => {
    looksFor(asked)
    expect(here()).toBe(where)
  })
  it('goes round, in the order of the form, and says so', () => {
    looksFor('2024')
    const seen = [here()]
    for (let step = 1; step < finder.found.length; step++) {
      finder.step(1)
      seen.push(here())
    }
    expect(seen).toEqual(['datum', 'politieke-context'])
    expect(finder.turned).toBeNull()
    finder.step(1)
    expect([here(), finder.turned]).toEqual(['datum', 'begin'])
    finder.step(-1)
    expect([here(), finder.turned]).toEqual(['politieke-context', 'eind'])
  })
  it('meets a footnote at its reference', () => {
    looksFor('kamer')
    const seen = finder.found.map((own) => (own.kind === 'field' ? own.key : own.kind === 'note' ? 'noot' : own.id))
    expect(seen.slice(0, 4)).toEqual(['onderwerp', 'aanleiding', 'noot', 'geadviseerd-besluit'])
  })
  it('starts at the caret', () => {
    const editor = session.editors.get('kernpunten')
    editor?.goTo([1], null)
    session.active = editor ?? null
    finder = new Finder(session, () => false)
    looksFor('brief')
    expect(here()).toBe('kernpunten')
    finder.step(-1)
    finder.step(-1)
    expect(here()).toBe('geadviseerd-besluit')
  })
  it('stays at a place while more of it is typed, and while the text before it changes', () => {
    looksFor('NSOC')
    finder.step(1)
    finder.step(1)
    const { at } = finder
    looksFor('NSOC ')
    looksFor('NSOC')
    expect(finder.at).toBe(at)
    void session.setField('kenmerk', 'NSOC', null)
    finder.look()
    expect(finder.at).toBe(at + 1)
  })
  it('shows the footnote in which something is found, and closes it when one goes on', async () => {
    looksFor('kamerstukken')
    await frame()
    expect(session.openNote).toBe('1')
    const marked = document.querySelector('.gevonden-hier')
    expect(marked?.getAttribute('data-noot')).toBe('1')
    await frame()
    expect(marked?.textContent).toBe('1')
    const note = shows('1')
    finder.draw()
    expect(note.view.dom.querySelector('.gevonden-hier')?.textContent).toBe('Kamerstukken')
    looksFor('Insteek')
    await frame()
    expect(session.openNote).toBeNull()
  })
  it('does not find what the public does not see', () => {
    isPublic = true
    looksFor('Jansen')
    expect(finder.found).toEqual([])
    looksFor('NSOC')
    expect(finder.found.length).toBeGreaterThan(0)
  })
})

describe('replacing', () => {
  it('one place goes on to the next and skips what was put there', () => {
    looksFor('evaluatie')
    const { length } = finder.found
    finder.replacement = 'de evaluatie'
    finder.replace()
    expect(finder.at).toBe(1)
    expect(finder.found).toHaveLength(length)
  })
  it('all is one step of undo, footnotes, lists, tables and fields included', async () => {
    const before = text()
    looksFor('NSOC')
    const { length } = finder.found
    finder.replacement = 'het verband'
    expect(await finder.replaceAll()).toBe(length)
    looksFor('a')
    finder.replacement = '@'
    expect(await finder.replaceAll()).toBe((text().match(/@/g) ?? []).length)
    expect(noteText()).toContain('K@merstukken')
    expect(text()).not.toContain('Kamerbrief')
    await session.undo()
    expect(noteText()).toContain('Kamerstukken')
    expect(text()).not.toContain('NSOC')
    await session.undo()
    expect(text()).toBe(before)
    expect(session.canUndo).toBe(false)
  })
  it('leaves a date as it is', async () => {
    looksFor('15 maart')
    const dates = finder.found.length
    finder.replacement = '16 maart'
    expect(await finder.replaceAll()).toBe(dates - 1)
    expect(session.fields.find((own) => own.sleutel === 'datum')?.value).toBe('2024-03-15')
  })
  it('in a footnote that is shown is shown there, and so is its undo', async () => {
    const note = shows('1')
    looksFor('29 911')
    finder.replacement = '36 410'
    finder.replace()
    expect(note.view.state.doc.textContent).toContain('36 410')
    await session.undo()
    expect(note.view.state.doc.textContent).toContain('29 911')
    note.flush()
    await session.settle()
    expect(noteText()).toContain('29 911')
  })
  it('keeps withheld what was withheld', async () => {
    looksFor('J. Jansen')
    finder.replacement = 'P. Bos'
    expect(await finder.replaceAll()).toBe(1)
    isPublic = true
    looksFor('Bos')
    expect(finder.found).toEqual([])
    isPublic = false
    looksFor('Bos')
    expect(finder.found).toHaveLength(1)
  })
  it('by nothing takes the text away', async () => {
    looksFor('Regioburgemeesters')
    finder.replacement = ''
    expect(await finder.replaceAll()).toBe(1)
    expect(text()).not.toContain('Regioburgemeesters')
  })
})
