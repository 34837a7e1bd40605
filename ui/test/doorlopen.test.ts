// Going through the text and past its edge, and moving what stands in it. The
// caret is a bar, and an x shows where it comes.
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Way } from '../src/editor/flow'
import { act, after, editorOf, prepare } from './editor'

beforeAll(prepare)
beforeEach(() => document.body.replaceChildren())

const list = '<ul><li><p>een</p></li><li><p>tw|ee</p></li><li><p>drie</p></li></ul>'

it.each<[before: string, keys: string, after: string]>([
  ['<p>een</p><p>tw|ee</p>', '<Alt+ArrowUp>x', 'alinea: twxee\nalinea: een'],
  ['<p>e|en</p><p>twee</p>', '<Alt+ArrowDown>x', 'alinea: twee\nalinea: exen'],
  ['<p>e|en</p><p>twee</p>', '<Alt+ArrowUp>x', 'alinea: exen\nalinea: twee'],
  [list, '<Alt+ArrowUp>x', 'opsomming\n  alinea: twxee\n  alinea: een\n  alinea: drie'],
  [list, '<Alt+ArrowDown>x', 'opsomming\n  alinea: een\n  alinea: drie\n  alinea: twxee'],
  ['<p>een</p><p>tw|ee</p>', '<Ctrl+ArrowUp>x', 'alinea: een\nalinea: xtwee'],
  ['<p>een</p><p>tw|ee</p>', '<Ctrl+ArrowUp><Ctrl+ArrowUp>x', 'alinea: xeen\nalinea: twee'],
  ['<p>e|en</p><p>twee</p>', '<Ctrl+ArrowDown>x', 'alinea: een\nalinea: xtwee'],
  ['<p>10|km</p>', '<Ctrl+Shift+ >', 'alinea: 10\u00a0km'],
  ['<p>|</p>', 'zie www.politie.nl. ', 'alinea: zie [www.politie.nl](https://www.politie.nl). '],
  ['<p>|</p>', '(https://a.nl/b?c=1) en', 'alinea: ([https://a.nl/b?c=1](https://a.nl/b?c=1)) en'],
])('%s %s', (before, keys, expected) => {
  const editor = editorOf(before)
  act(editor, keys)
  expect(after(editor)).toBe(expected)
})

it.each<[before: string, key: string, ways: Way[]]>([
  ['<p>een</p><p>twee|</p>', 'ArrowDown', ['verder']],
  ['<p>een|</p><p>twee</p>', 'ArrowDown', []],
  ['<p>|een</p><p>twee</p>', 'ArrowUp', ['terug']],
  ['<p>een</p><p>|twee</p>', 'ArrowUp', []],
  ['<p>een|</p>', 'ArrowRight', ['verder']],
  ['<p>|een</p>', 'ArrowLeft', ['terug']],
  ['<p>een|</p>', 'Ctrl+ArrowDown', ['verder']],
])('%s %s leaves %j', (before, key, expected) => {
  const ways: Way[] = []
  const editor = editorOf(before, [], { leave: (way) => (ways.push(way), true) })
  editor.view.endOfTextblock = () => true
  act(editor, `<${key}>`)
  expect(ways).toEqual(expected)
})
