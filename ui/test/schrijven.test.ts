// What one types after a command, and letters with Alt.
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { setLink } from '../src/editor/commands'
import { makePublic, withhold } from '../src/editor/withhold'
import { act, after, editorOf, prepare } from './editor'

beforeAll(prepare)
beforeEach(() => document.body.replaceChildren())

it.each([
  ['a link', setLink('https://www.politie.nl', 'politie hier'), 'alinea: de [politie hier](https://www.politie.nl)x.'],
  ['withholding', withhold('5.1.2e'), 'alinea: de {5.1.2e: politie hier}x.'],
])('goes behind %s, and types nothing over', (_, command, expected) => {
  const editor = editorOf('<p>de |politie hier|.</p>')
  editor.run(command)
  act(editor, 'x')
  expect(after(editor)).toBe(expected)
})

it('stays where the caret was in a word that is withheld', () => {
  const editor = editorOf('<p>met Jan|sen</p>')
  editor.run(withhold('5.1.2e'))
  act(editor, 'x')
  expect(after(editor)).toBe('alinea: met {5.1.2e: Janxsen}')
  editor.run(makePublic)
  expect(after(editor)).toBe('alinea: met Janxsen')
})

it('types no letter with Alt or a key of the system, and does with AltGr', () => {
  const editor = editorOf('<p>a|</p>')
  const press = (key: string, more: KeyboardEventInit): void => {
    const charCode = key.codePointAt(0) ?? 0
    const event = new KeyboardEvent('keypress', { key, charCode, bubbles: true, cancelable: true, ...more })
    editor.view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  }
  press('b', { altKey: true })
  press('b', { metaKey: true })
  press('€', { ctrlKey: true, altKey: true, modifierAltGraph: true })
  expect(after(editor)).toBe('alinea: a€')
})
