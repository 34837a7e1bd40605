// What keys and typing do to a text: before, what one does, after. The caret
// is a bar.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Command } from 'prosemirror-state'
import type { Diagnostic } from '../src/wire'
import { setLink, tableCommands, toggleHeading, toggleList, toggleSterk } from '../src/editor/commands'
import { docToBlocks } from '../src/editor/json'
import { act, after, editorOf, parseBlocks, paste, prepare } from './editor'

beforeAll(prepare)

describe('typing', () => {
  it.each<[before: string, typed: string, after: string]>([
    ['<p>|</p>', '- punt', 'opsomming\n  alinea: punt'],
    ['<p>|</p>', '3. punt', 'nummers vanaf 3\n  alinea: punt'],
    ['<p>|</p>', '### Kop', 'tussenkop 3: Kop'],
    ['<p>|</p>', '# Kop', 'tussenkop 3: Kop'],
    ['<p>|</p>', '> wijs', 'citaat\n  alinea: wijs'],
    ['<p>|</p>', '**vet** niet', 'alinea: **vet** niet'],
    ['<p>|</p>', 'een *schuin* woord', 'alinea: een *schuin* woord'],
    ['<p>|</p>', '2 * 3 * 4', 'alinea: 2 * 3 * 4'],
    ['<p>|</p>', 'zei "ja" en \'nee\'', 'alinea: zei “ja” en ‘nee’'],
    ['<p>|</p>', "'s avonds, foto's", 'alinea: ’s avonds, foto’s'],
    ['<p>|</p>', "naar 's-Gravenhage en 's-Hertogenbosch", 'alinea: naar ’s-Gravenhage en ’s-Hertogenbosch'],
    ['<p>|</p>', "de jaren '90 en '00, in '24", 'alinea: de jaren ’90 en ’00, in ’24'],
    ['<p>|</p>', "'90", 'alinea: ’90'],
    ['<p>|</p>', "zei '2024 was goed'", 'alinea: zei ‘2024 was goed’'],
    ['<p>|</p>', "('s avonds) en ('90)", 'alinea: (’s avonds) en (’90)'],
    [
      '<p>|</p>',
      "ik zie 'm, dat is 't. 'n Jaar, 'k weet, 'ns kijken",
      'alinea: ik zie ’m, dat is ’t. ’n Jaar, ’k weet, ’ns kijken',
    ],
    ['<p>|</p>', "van 't Hof; 'S MIDDAGS", 'alinea: van ’t Hof; ’S MIDDAGS'],
    ['<p>|</p>', "het woord 'te' en 's'", 'alinea: het woord ‘te’ en ‘s’'],
    ['<p>|</p>', 'a "<Backspace>', 'alinea: a "'],
    ['<p>|</p>', '- <Backspace>', 'alinea: - '],
    ['<p>|</p>', 'a -- b', 'alinea: a – b'],
  ])('%s %s', (before, typed, expected) => {
    const editor = editorOf(before)
    act(editor, typed)
    expect(after(editor)).toBe(expected)
  })
  it.each<[before: string, typed: string, after: string]>([
    ['<p>een |twee| drie</p>', 'x', 'alinea: een x drie'],
    ['<p>een |twee</p><p>drie| vier</p>', 'x', 'alinea: een x vier'],
    ['<p><strong>vet|</strong> niet</p>', 'x', 'alinea: **vetx** niet'],
    ['<p>|</p>', '𝄞é', 'alinea: 𝄞é'],
  ])('puts letters in the place of what is selected: %s %s', (before, typed, expected) => {
    const editor = editorOf(before)
    act(editor, typed)
    expect(after(editor)).toBe(expected)
  })
  it('leaves a key of more than a letter to the web view', () => {
    const editor = editorOf('<p>|</p>')
    const event = new KeyboardEvent('keypress', { key: 'ij', charCode: 105, bubbles: true, cancelable: true })
    editor.view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
  it('makes no list where the template has none', () => {
    const editor = editorOf('<p>|</p>', ['alinea'])
    act(editor, '- punt')
    expect(after(editor)).toBe('alinea: - punt')
  })
})

describe('what is still to be filled in', () => {
  /** Clicks at the bar, with a problem over all that stands between brackets. */
  const click = (html: string): string => {
    const editor = editorOf(html)
    const { view } = editor
    const text = view.state.doc.textContent
    const range = { start: text.indexOf('['), end: text.indexOf(']') + 1 }
    const problem = { name: 'invulplek', severity: 'fout', message: '', place: { path: [0], range } }
    editor.setProblems([problem as unknown as Diagnostic])
    const event = new MouseEvent('click')
    view.someProp('handleClick', (handle) => handle(view, view.state.selection.from, event) || undefined)
    act(editor, 'x')
    return after(editor)
  }
  it.each<[before: string, after: string]>([
    ['<p>|[Noem met wie is afgestemd.]</p>', 'alinea: x'],
    ['<p>Op [da|tum] is besloten.</p>', 'alinea: Op x is besloten.'],
    ['<p>Gedaan.|[Noem het besluit.]</p>', 'alinea: Gedaan.x[Noem het besluit.]'],
    ['<p>Op [datum] is bes|loten.</p>', 'alinea: Op [datum] is besxloten.'],
  ])('makes place for what one types after a click in it: %s', (before, expected) => {
    expect(click(before)).toBe(expected)
  })
})

describe('keys', () => {
  it.each<[before: string, keys: string, after: string]>([
    ['<ul><li><p>een|</p></li></ul>', '<Enter>twee', 'opsomming\n  alinea: een\n  alinea: twee'],
    ['<ul><li><p>een|</p></li></ul>', '<Enter><Enter>slot', 'opsomming\n  alinea: een\nalinea: slot'],
    [
      '<ul><li><p>een</p></li><li><p>|twee</p></li></ul>',
      '<Tab>',
      'opsomming\n  alinea: een\n  opsomming\n    alinea: twee',
    ],
    [
      '<ul><li><p>een</p><ul><li><p>|twee</p></li></ul></li></ul>',
      '<Shift+Tab>',
      'opsomming\n  alinea: een\n  alinea: twee',
    ],
    ['<ul><li><p>|een</p></li></ul>', '<Backspace>', 'alinea: een'],
    ['<h3>|Kop</h3>', '<Backspace>', 'alinea: Kop'],
    ['<h3>Kop|</h3>', '<Enter>tekst', 'tussenkop 3: Kop\nalinea: tekst'],
    ['<blockquote><p>|wijs</p></blockquote>', '<Backspace>', 'alinea: wijs'],
    ['<p>een|</p>', '<Shift+Enter>twee', 'alinea: een / twee'],
    ['<table><tr><th><p>A|</p></th><th><p>B</p></th></tr></table>', '<Tab>x', 'tabel\n  | A | x |'],
    ['<table><tr><th><p>A</p></th><th><p>B|</p></th></tr></table>', '<Tab>x', 'tabel\n  | A | B |\n  | x |  |'],
    ['<table><tr><th><p>A</p></th><th><p>B|</p></th></tr></table>', '<Enter>x', 'tabel\n  | A | B |\n  |  | x |'],
    ['<table><tr><th><p>A|</p></th></tr></table>', '<Shift+Enter>x', 'tabel\n  | Ax |'],
  ])('%s %s', (before, keys, expected) => {
    const editor = editorOf(before)
    act(editor, keys)
    expect(after(editor)).toBe(expected)
  })
})

describe('buttons', () => {
  const table = '<table><tr><th><p>A|</p></th></tr><tr><td><p>1</p></td></tr></table>'
  it.each<[before: string, command: Command, after: string]>([
    ['<p>|een| twee</p>', toggleSterk, 'alinea: **een** twee'],
    ['<p>een|</p>', toggleList('bullet'), 'opsomming\n  alinea: een'],
    ['<ul><li><p>een|</p></li></ul>', toggleList('ordered'), 'nummers vanaf 1\n  alinea: een'],
    ['<ul><li><p>een|</p></li></ul>', toggleList('bullet'), 'alinea: een'],
    ['<p>kop|</p>', toggleHeading, 'tussenkop 3: kop'],
    ['<p>zie |</p>', setLink('https://a.nl', 'hier'), 'alinea: zie [hier](https://a.nl)'],
    [
      '<p>zie <a href="https://a.nl">h|ier</a>!</p>',
      setLink('https://b.nl', 'hier'),
      'alinea: zie [hier](https://b.nl)!',
    ],
    [table, tableCommands.deleteRow, 'tabel\n  | A |\n  | 1 |'],
    [table, tableCommands.rowAbove, 'tabel\n  | A |\n  | 1 |'],
    [table, tableCommands.rowBelow, 'tabel\n  | A |\n  |  |\n  | 1 |'],
    [table, tableCommands.columnRight, 'tabel\n  | A |  |\n  | 1 |  |'],
    [table, tableCommands.deleteTable, ''],
  ])('%s', (before, command, expected) => {
    const editor = editorOf(before)
    editor.run(command)
    expect(after(editor)).toBe(expected)
  })
})

describe('pasting', () => {
  it.each<[before: string, pasted: string, after: string]>([
    ['<p>een | drie</p>', '<b>twee</b>', 'alinea: een **twee** drie'],
    ['<p>een|</p>', '<p> a</p><p>b</p>', 'alinea: eena\nalinea: b'],
    ['<p>|</p>', '<ul><li>a</li><li>b</li></ul>', 'opsomming\n  alinea: a\n  alinea: b'],
    [
      '<ul><li><p>een</p></li><li><p>|</p></li></ul>',
      '<ul><li>a</li><li>b</li></ul>',
      'opsomming\n  alinea: een\n  alinea: a\n  alinea: b',
    ],
    ['<table><tr><th><p>A|</p></th></tr></table>', '<p>x<br>y</p><ul><li>z</li></ul>', 'tabel\n  | Ax y z |'],
    [
      '<p>|</p>',
      '<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>',
      'tabel\n  | A | B |\n  | 1 | 2 |',
    ],
    ['<h3>Kop|</h3>', '<p>a</p><p>b</p>', 'tussenkop 3: Kopa\nalinea: b'],
    ['<p>|</p>', '<a href="https://a.nl">a</a>', 'alinea: [a](https://a.nl)'],
  ])('into %s: %s', async (before, html, expected) => {
    const editor = await paste(before, html)
    expect(after(editor)).toBe(expected)
  })
  it('of what was copied here keeps links and footnotes', () => {
    const editor = editorOf('<p>|zie <a href="https://a.nl">a</a><sup data-noot="1"></sup>|</p>')
    const { dom } = editor.view.serializeForClipboard(editor.view.state.selection.content())
    const other = editorOf('<p>|</p>')
    other.view.pasteHTML(dom.innerHTML)
    expect(after(other)).toBe('alinea: zie [a](https://a.nl)[^1]')
  })
})

describe('a body from the host', () => {
  it('is shown with the caret where it was', () => {
    const editor = editorOf('<p>een</p><p>tw|ee</p>')
    editor.setBlocks(parseBlocks('<p>een en meer</p><p>twee</p>'), false)
    expect(editor.place()).toEqual({ path: [1], range: { start: 2, end: 2 } })
  })
  it('is followed to what changed when one undoes', () => {
    const editor = editorOf('<p>een|</p><p>twee</p>')
    editor.setBlocks(parseBlocks('<p>een</p><p>twee drie</p>'), true)
    expect(editor.place()).toEqual({ path: [1], range: { start: 9, end: 9 } })
  })
  it.each([
    ['<p>aaa</p>', '<p>aaaa</p>'],
    ['<p>aaaa</p>', '<p>aa</p>'],
    ['<p>a</p><p>a</p>', '<p>a</p>'],
    ['<p>x</p>', '<ul><li><p>x</p></li></ul>'],
    ['<p>a</p>', '<table><tr><th><p>a</p></th></tr></table>'],
  ])('%s becomes %s', (before, next) => {
    const editor = editorOf(before)
    editor.setBlocks(parseBlocks(next), true)
    expect(docToBlocks(editor.view.state.doc)).toEqual(parseBlocks(next))
  })
})
