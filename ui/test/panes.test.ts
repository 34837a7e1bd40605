// Which panes are shown, by what fits beside the form.
import { beforeEach, expect, it } from 'vitest'
import { replay } from './replay'
import { Panes } from '../src/state/panes.svelte'
import type { Settings } from '../src/wire'

let settings: Settings
let kept: number
let panes: Panes
beforeEach(async () => {
  settings = await replay().settings()
  kept = 0
  panes = new Panes(
    () => settings,
    () => (kept += 1),
  )
})
/** The names of the panes that are shown. */
const shown = (): string =>
  Object.entries(panes.shown)
    .filter(([, is]) => is)
    .map(([name]) => name)
    .join(' ')

it('stand beside the form where they fit, as was chosen', () => {
  expect(shown()).toBe('lijst formulier paginas')
  panes.toggle('lijst')
  panes.toggleProblems()
  expect(shown()).toBe('formulier paginas problemen')
  expect([settings.panelen.lijst_open, kept]).toEqual([false, 2])
})
it('take the place of the list where only two fit', () => {
  panes.layout = 'middel'
  expect(shown()).toBe('lijst formulier')
  panes.toggle('paginas')
  expect(shown()).toBe('formulier paginas')
  panes.toggle('paginas')
  expect(shown()).toBe('lijst formulier')
  expect(kept).toBe(0)
})
it('take the place of the form where nothing else fits, until the form is needed', () => {
  panes.layout = 'smal'
  expect(shown()).toBe('formulier')
  panes.toggleProblems()
  expect(shown()).toBe('problemen')
  panes.showForm()
  expect(shown()).toBe('formulier')
  panes.showPages()
  expect(shown()).toBe('formulier')
})
