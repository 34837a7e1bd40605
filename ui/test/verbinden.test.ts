// Backspace and Delete at the edge of a line, and writing beside a table. The
// caret is a bar, and an x shows where it comes.
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { act, after, editorOf, prepare } from './editor'

beforeAll(prepare)
beforeEach(() => document.body.replaceChildren())

const list = (...items: string[]): string => `<ul>${items.map((item) => `<li><p>${item}</p></li>`).join('')}</ul>`
const cell = '<table><tr><th><p>A</p></th></tr></table>'

it.each<[before: string, keys: string, after: string]>([
  // An item goes out of its list first, and then to the line above.
  [list('een', '|twee', 'drie'), '<Backspace>x', 'opsomming\n  alinea: een\nalinea: xtwee\nopsomming\n  alinea: drie'],
  [list('een', '|twee', 'drie'), '<Backspace><Backspace>x', 'opsomming\n  alinea: eenxtwee\n  alinea: drie'],
  [`${list('een')}<p>|na</p>`, '<Backspace>x', 'opsomming\n  alinea: eenxna'],
  [`${list('een')}<p>|</p>`, '<Backspace>x', 'opsomming\n  alinea: eenx'],
  [`${list('een')}<p>|na</p>${list('twee')}`, '<Backspace>x', 'opsomming\n  alinea: eenxna\n  alinea: twee'],
  [
    '<ul><li><p>een</p><ul><li><p>diep</p></li></ul></li></ul><p>|na</p>',
    '<Backspace>x',
    'opsomming\n  alinea: een\n  opsomming\n    alinea: diepxna',
  ],
  ['<blockquote><p>wijs</p></blockquote><p>|na</p>', '<Backspace>x', 'citaat\n  alinea: wijsxna'],
  ['<p>een</p><p>|twee</p>', '<Backspace>x', 'alinea: eenxtwee'],
  // Delete brings the line below up.
  [list('een|', 'twee', 'drie'), '<Delete>x', 'opsomming\n  alinea: eenxtwee\n  alinea: drie'],
  [`<p>voor|</p>${list('een', 'twee')}`, '<Delete>x', 'alinea: voorxeen\nopsomming\n  alinea: twee'],
  [`<p>voor|</p>${list('een')}`, '<Delete>x', 'alinea: voorxeen'],
  [`<p>|</p>${list('een')}`, '<Delete>', 'opsomming\n  alinea: een'],
  [`${list('een|')}<p>na</p>`, '<Delete>x', 'opsomming\n  alinea: eenxna'],
  ['<ul><li><p>een|</p><ul><li><p>diep</p></li></ul></li></ul>', '<Delete>x', 'opsomming\n  alinea: eenxdiep'],
  [
    '<ul><li><p>een|</p></li><li><p>twee</p><ul><li><p>diep</p></li></ul></li></ul>',
    '<Delete>x',
    'opsomming\n  alinea: eenxtwee\n  opsomming\n    alinea: diep',
  ],
  ['<p>voor|</p><blockquote><p>wijs</p></blockquote>', '<Delete>x', 'alinea: voorxwijs'],
  // A table and a withheld block are walls.
  [`${cell}<p>|na</p>`, '<Backspace>x', 'tabel\n  | Ax |\nalinea: na'],
  [`<p>voor|</p>${cell}`, '<Delete>x', 'alinea: voor\ntabel\n  | xA |'],
  ['<div data-lak="5.1.2e"><p>geheim</p></div><p>|na</p>', '<Backspace>', 'lak 5.1.2e\n  alinea: geheim\nalinea: na'],
  ['<div data-lak="5.1.2e"><p>geheim|</p></div><p>na</p>', '<Delete>', 'lak 5.1.2e\n  alinea: geheim\nalinea: na'],
  [
    '<div data-lak=""><ul><li><p>geheim</p></li></ul></div><p>|na</p>',
    '<Backspace>',
    'lak \n  opsomming\n    alinea: geheim\nalinea: na',
  ],
  // The whole section, whatever it holds.
  [list('een|', 'twee'), '<Ctrl+a><Backspace>', ''],
  ['<h3>kop|</h3>', '<Ctrl+a><Delete>', ''],
  [`<p>voor|</p>${cell}`, '<Ctrl+a><Backspace>x', 'alinea: x'],
  ['<blockquote><p>wijs|</p></blockquote>', '<Ctrl+a>x', 'alinea: x'],
])('%s %s', (before, keys, expected) => {
  const editor = editorOf(before)
  act(editor, keys)
  expect(after(editor)).toBe(expected)
})

it('has a line below a table that is no part of the text', () => {
  const editor = editorOf(`<p>voor|</p>${cell}`)
  expect(editor.view.state.doc.lastChild?.type.name).toBe('paragraph')
  expect(after(editor)).toBe('alinea: voor\ntabel\n  | A |')
  const { state } = editor.view
  editor.select({ from: state.doc.content.size - 1, to: state.doc.content.size - 1 })
  act(editor, 'na')
  expect(after(editor)).toBe('alinea: voor\ntabel\n  | A |\nalinea: na')
})

it('goes above a table that begins the text, and below one before another', () => {
  const editor = editorOf('<table><tr><th><p>A|</p></th></tr></table><table><tr><th><p>B</p></th></tr></table>')
  editor.view.endOfTextblock = () => true
  act(editor, '<ArrowDown>tussen')
  expect(after(editor)).toBe('tabel\n  | A |\nalinea: tussen\ntabel\n  | B |')
  editor.goTo([0], null)
  act(editor, '<ArrowUp>boven')
  expect(after(editor)).toBe('alinea: boven\ntabel\n  | A |\nalinea: tussen\ntabel\n  | B |')
})

it('copies a whole section so that it fits in a line', () => {
  const editor = editorOf('<p>een|</p>')
  act(editor, '<Ctrl+a>')
  const { view } = editor
  const slice = view.someProp('transformCopied', (copied) => copied(view.state.selection.content(), view))
  expect([slice?.openStart, slice?.openEnd, slice?.content.textBetween(0, slice.content.size)]).toEqual([1, 1, 'een'])
})
