// A link in the text: shown, and opened only by a click with Ctrl held down.
import { beforeAll, expect, it } from 'vitest'
import { editorOf, prepare } from './editor'

beforeAll(prepare)

/** What a click on the first link opens. */
function opened(html: string, keys: MouseEventInit): string[] {
  const asked: string[] = []
  const editor = editorOf(html, [], { openLink: (href) => asked.push(href) })
  const link = editor.view.dom.querySelector('.link')
  const event = new MouseEvent('click', { bubbles: true, ...keys })
  Object.defineProperty(event, 'target', { value: link })
  editor.view.someProp('handleClick', (handle) => handle(editor.view, 2, event))
  return asked
}

const html = '<p>zie <a href="https://voorbeeld.nl/"><b>de</b> site</a></p>'

it('places the caret at a plain click', () => {
  expect(opened(html, {})).toEqual([])
})

it('is opened by a click with Ctrl', () => {
  expect(opened(html, { ctrlKey: true })).toEqual(['https://voorbeeld.nl/'])
})

it('of which a part is withheld shows its address to nobody in the public version', () => {
  const around = { hidden: new Set(['https://voorbeeld.nl/']), numbers: new Map<string, number>() }
  const of = (asPublic: boolean): boolean =>
    editorOf(html, [], { asPublic: () => asPublic, surroundings: () => around }).hides('https://voorbeeld.nl/')
  expect([of(true), of(false)]).toEqual([true, false])
  const editor = editorOf(html, [], { asPublic: () => true, surroundings: () => around })
  expect(editor.hides('https://anders.nl/')).toBe(false)
  // The pointer says no more than the dialog does.
  editor.view.dom.querySelector('.link')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  expect(editor.view.dom.parentElement?.title).toBe('')
})

it('is shown with its address, and has none that the web view could follow', () => {
  const { view } = editorOf(html)
  const link = view.dom.querySelector('.link')
  expect(link?.hasAttribute('title')).toBe(false)
  link?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  const shown = view.dom.parentElement
  expect(shown?.title).toContain('https://voorbeeld.nl/')
  expect(link?.hasAttribute('href')).toBe(false)
  view.dom.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  expect(shown?.title).toBe('')
})
