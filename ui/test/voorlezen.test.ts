// What is said to who hears the window: regions that change, and what lies around
// the caret.
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { aroundOf, saidOf } from '../src/editor/around'
import { watchLive } from '../src/state/live'
import { editorOf, prepare } from './editor'

beforeAll(prepare)
beforeEach(() => document.body.replaceChildren())

/** What lies around the bar in a text. */
const at = (html: string): ReturnType<typeof aroundOf> => aroundOf(editorOf(html).view.state, () => 'Voetnoot 1')

it.each([
  ['<p>een |</p>', ''],
  ['<ul><li><p>een</p></li><li><p>t|wee</p></li></ul>', 'opsomming, niveau 1, punt 2 van 2'],
  ['<ol start="3"><li><p>e|en</p></li></ol>', 'genummerde lijst, niveau 1, punt 3'],
  ['<h3>Ko|sten</h3>', 'tussenkop, niveau 3'],
  ['<p>zie <a href="https://x.nl">de |brief</a></p>', 'link de brief'],
  [
    '<table><tr><th><p>Wie</p></th></tr><tr><td><p>R|ijk</p></td></tr></table>',
    'tabel, 2 rijen, 1 kolom, rij 2, kolom 1, Wie',
  ],
])('says what lies around the caret: %s', (html, words) => {
  expect(saidOf([], at(html))).toBe(words)
})

it('says what ended only where nothing else begins', () => {
  const list = at('<ul><li><p>e|en</p></li></ul>')
  expect(saidOf(list, at('<p>g|ewoon</p>'))).toBe('einde van de lijst')
  expect(saidOf(list, at('<h3>k|op</h3>'))).toBe('tussenkop, niveau 3')
  expect(saidOf(list, list)).toBe('')
})

it('says a region once, as it is in the end, and not where the focus is', async () => {
  vi.useFakeTimers()
  document.body.innerHTML = '<p role="status"></p><p role="alert" tabindex="-1"></p><p aria-live="off"></p>'
  const [status, alert, off] = [...document.querySelectorAll('p')] as unknown as [HTMLElement, HTMLElement, HTMLElement]
  const said: string[] = []
  const end = watchLive(document.body, (text) => said.push(text))
  status.textContent = 'bezig'
  off.textContent = 'stil'
  await vi.advanceTimersByTimeAsync(10)
  status.textContent = 'klaar'
  alert.focus()
  alert.textContent = 'fout'
  await vi.advanceTimersByTimeAsync(1000)
  expect(said).toEqual(['klaar'])
  end()
  vi.useRealTimers()
})
