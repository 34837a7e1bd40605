// Withholding text: what a command is about, what becomes of it, and that
// withheld text stays withheld whatever is done around it.
import { Fragment, Slice } from 'prosemirror-model'
import { NodeSelection, TextSelection, type Command } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { SectionEditor } from '../src/editor/section-editor'
import { keepWithheld } from '../src/editor/guard'
import { makePublic, targetOf, withhold } from '../src/editor/withhold'
import { gronden } from '../src/wire'
import { act, after, editorOf, prepare } from './editor'

beforeAll(prepare)

const lak = (text: string, grond = '5.1.2e'): string => `<span data-lak="${grond}">${text}</span>`
const blok = (html: string, grond = '5.1.2b'): string => `<div data-lak="${grond}">${html}</div>`

describe('a command', () => {
  it.each<[name: string, before: string, command: Command, after: string]>([
    ['withholds a selection', '<p>|naam| gaat</p>', withhold('5.1.2e'), 'alinea: {5.1.2e: naam} gaat'],
    ['withholds a part of a word', '<p>de|e|l</p>', withhold('5.2'), 'alinea: de{5.2: e}l'],
    ['withholds the word at the caret', '<p>met Jan|sen.</p>', withhold('5.1.2e'), 'alinea: met {5.1.2e: Jansen}.'],
    [
      'withholds an address at the caret whole',
      '<p>mail j.jan|sen@x.nl.</p>',
      withhold('5.1.2e'),
      'alinea: mail {5.1.2e: j.jansen@x.nl}.',
    ],
    ['withholds the block where there is no word', '<p>|</p>', withhold('5.2'), 'lak 5.2\n  alinea: '],
    [
      'makes one block of whole blocks',
      '<p>|een</p><ul><li><p>twee|</p></li></ul>',
      withhold('5.2'),
      'lak 5.2\n  alinea: een\n  opsomming\n    alinea: twee',
    ],
    [
      'withholds exactly what is selected across blocks',
      '<p>een |twee</p><p>drie| vier</p>',
      withhold('5.2'),
      'alinea: een {5.2: twee}\nalinea: {5.2: drie} vier',
    ],
    [
      'withholds whole blocks when asked',
      '<p>een |twee</p><p>drie| vier</p>',
      withhold('5.2', 'blokken'),
      'lak 5.2\n  alinea: een twee\n  alinea: drie vier',
    ],
    [
      'nests no marks',
      `<p>|een ${lak('twee')}</p>${blok('<p>drie</p>')}<p>vier|</p>`,
      withhold('5.2'),
      'lak 5.2\n  alinea: een twee\n  alinea: drie\n  alinea: vier',
    ],
    [
      'withholds formatting and footnotes along',
      '<p>|a <b>b</b><sup data-noot="1"></sup> c|</p>',
      withhold('5.2'),
      'alinea: {5.2: a }**{5.2: b}**[^1]{5.2:  c}',
    ],
    ['changes the ground at the caret', `<p>met ${lak('Jan|sen')}.</p>`, withhold('5.2'), 'alinea: met {5.2: Jansen}.'],
    ['changes the ground of a block', blok('<p>a|</p>'), withhold('5.2'), 'lak 5.2\n  alinea: a'],
    ['makes text public', `<p>met ${lak('Jan|sen')}.</p>`, makePublic, 'alinea: met Jansen.'],
    ['makes a selected part public', `<p>${lak('J. |Jansen|')}</p>`, makePublic, 'alinea: {5.1.2e: J. }Jansen'],
    ['makes a block public', blok('<p>a|</p><p>b</p>'), makePublic, 'alinea: a\nalinea: b'],
  ])('%s', (_, before, command, expected) => {
    const editor = editorOf(before)
    editor.run(command)
    const text = after(editor)
    // The order in which marks are written says nothing.
    expect(text.replace('**{5.2: b}**', '{5.2: **b**}')).toBe(expected.replace('**{5.2: b}**', '{5.2: **b**}'))
  })

  it('withholds the cells that are selected', () => {
    const editor = editorOf(
      '<table><tr><th><p>Wie</p></th><th><p>Wat</p></th></tr><tr><td><p>|Jan</p></td><td><p>a</p></td></tr></table>',
    )
    const { doc } = editor.view.state
    const cells: number[] = []
    doc.descendants((node, pos) => {
      if (['cell', 'header'].includes(node.type.name)) cells.push(pos)
    })
    const [, , third = 0, fourth = 0] = cells
    editor.view.dispatch(editor.view.state.tr.setSelection(CellSelection.create(doc, third, fourth)))
    editor.run(withhold('5.1.2e'))
    expect(after(editor)).toBe('tabel\n  | Wie | Wat |\n  | {5.1.2e: Jan} | {5.1.2e: a} |')
  })

  it('withholds a table that is selected', () => {
    const editor = editorOf('<p>|a</p><table><tr><th><p>Wie</p></th></tr></table>')
    const { state } = editor.view
    editor.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, 3)))
    editor.run(withhold('5.2'))
    expect(after(editor)).toBe('alinea: a\nlak 5.2\n  tabel\n    | Wie |')
  })

  it('says what it is about', () => {
    const about = (html: string) => {
      const { grond, scope, begin } = targetOf(editorOf(html).view.state)
      return [grond, scope, begin]
    }
    expect(about('<p>met Jan|sen.</p>')).toEqual([null, 'tekst', 'Jansen'])
    expect(about(`<p>met ${lak('J. Jan|sen')}.</p>`)).toEqual(['5.1.2e', 'tekst', 'J. Jansen'])
    expect(about(blok('<p>geheim|</p>'))).toEqual(['5.1.2b', 'blokken', 'geheim'])
    expect(about('<p>a, | b</p>')).toEqual([null, 'blokken', 'a, b'])
  })
})

describe('withheld text', () => {
  it.each<[name: string, before: string, keys: string, after: string]>([
    ['grows from within', `<p>${lak('Jan|sen')}</p>`, 'x', 'alinea: {5.1.2e: Janxsen}'],
    ['does not grow at its end', `<p>${lak('Jansen')}| en</p>`, 'x', 'alinea: {5.1.2e: Jansen}x en'],
    ['stays withheld when it is typed over', `<p>met ${lak('|Jansen|')}.</p>`, 'Bos', 'alinea: met {5.1.2e: Bos}.'],
    ['stays withheld when its end is typed over', `<p>${lak('Jan|sen|')}.</p>`, 'x', 'alinea: {5.1.2e: Janx}.'],
    [
      'stays withheld when its block is left',
      `<p>a</p>${blok('<p>|geheim</p>')}`,
      '<Backspace>',
      'alinea: a\nalinea: {5.1.2b: geheim}',
    ],
    [
      'stays withheld when its paragraph is split',
      `<p>${lak('Jan|sen')}</p>`,
      '<Enter>',
      'alinea: {5.1.2e: Jan}\nalinea: {5.1.2e: sen}',
    ],
    [
      'stays withheld when it is joined to public text',
      `<p>a|</p>${blok('<p>geheim</p>')}`,
      '<Delete><Delete>',
      'alinea: a{5.1.2b: geheim}',
    ],
  ])('%s', (_, before, keys, expected) => {
    const editor = editorOf(before)
    act(editor, keys)
    expect(after(editor)).toBe(expected)
  })

  it('stays withheld when a selection over its edge is deleted', () => {
    const editor = editorOf(`<p>open|baar</p>${blok('<p>ge|heim</p>')}`)
    editor.view.dispatch(editor.view.state.tr.deleteSelection())
    expect(after(editor)).toBe('alinea: open{5.1.2b: heim}')
  })

  it('comes back from the host as it was', () => {
    const editor = editorOf(`<p>${lak('Jan|sen')}</p>`)
    editor.setBlocks([{ type: 'paragraph', inlines: [{ type: 'text', text: 'Jansen' }] }], false)
    expect(after(editor)).toBe('alinea: Jansen')
  })
})

/** Copies all of an editor and pastes it at the caret of another. */
function move(from: SectionEditor, to: SectionEditor): void {
  const { content, openStart, openEnd } = from.view.state.selection.content()
  const { dom } = from.view.serializeForClipboard(new Slice(content, openStart, openEnd))
  to.view.pasteHTML(dom.innerHTML)
}

describe('withheld text that is copied', () => {
  it.each<[name: string, from: string, to: string, after: string]>([
    ['stays withheld in a paragraph', `<p>${lak('|Jansen|')}</p>`, '<p>met |</p>', 'alinea: met {5.1.2e: Jansen}'],
    [
      'stays withheld when it is a part of a block',
      blok('<p>zeer |geheim| stuk</p>'),
      '<p>een |</p>',
      'alinea: een {5.1.2b: geheim}',
    ],
    [
      'stays withheld in a list',
      `<p>|a</p>${blok('<p>geheim</p>')}<p>b|</p>`,
      '<ul><li><p>|</p></li></ul>',
      'opsomming\n  alinea: a\n  alinea: {5.1.2b: geheim}\n  alinea: b',
    ],
    [
      'stays withheld in a cell',
      `<p>|a</p>${blok('<p>geheim</p>')}<p>b|</p>`,
      '<table><tr><th><p>|</p></th></tr></table>',
      'tabel\n  | a {5.1.2b: geheim} b |',
    ],
    [
      'stays a block between blocks',
      `<p>|a</p>${blok('<p>geheim</p>')}<p>b|</p>`,
      '<p>|</p>',
      'alinea: a\nlak 5.1.2b\n  alinea: geheim\nalinea: b',
    ],
  ])('%s', (_, from, to, expected) => {
    const target = editorOf(to)
    move(editorOf(from), target)
    const text = after(target).replaceAll('opsomming\n  alinea: a\nopsomming', 'opsomming')
    expect(text).toBe(expected)
  })

  it('has no block where only a part of it was taken', () => {
    const { doc } = editorOf(blok('<p>ge|heim</p>')).view.state
    const slice = keepWithheld(doc.slice(2, 4, true), true)
    expect(slice.content.firstChild?.type.name).toBe('paragraph')
    expect(slice.openStart).toBe(1)
    expect(keepWithheld(new Slice(Fragment.empty, 0, 0), true).size).toBe(0)
  })
})

describe('the text as it becomes public', () => {
  it('cannot be changed where it is withheld, and can beside it', () => {
    const refused = vi.fn()
    const changed = vi.fn()
    const editor = editorOf(`<p>met ${lak('Jan|sen')} en</p>`, [], { asPublic: () => true, refused, changed })
    act(editor, 'x')
    expect(after(editor)).toBe('alinea: met {5.1.2e: Jansen} en')
    expect(refused).toHaveBeenCalledOnce()
    editor.flush()
    expect(changed).not.toHaveBeenCalled()
    const { state } = editor.view
    editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)))
    act(editor, ' x')
    expect(after(editor)).toBe('alinea: met {5.1.2e: Jansen} en x')
    editor.run(withhold('5.2'))
  })

  it('names what comes in the place of what is withheld', () => {
    const editor = editorOf(`<p>met ${lak('Jan|sen')}</p>${blok('<p>x</p>', '')}`)
    const places = [...editor.view.dom.querySelectorAll<HTMLElement>('[data-plaats]')]
    expect(places.map((own) => own.dataset['plaats'])).toEqual([
      '[niet openbaar: art. 5.1, lid 2, onder e, Woo]',
      '[niet openbaar]',
    ])
  })
})

describe('the grounds', () => {
  it('begin with the usual one and each say when to choose them', () => {
    expect(gronden.map((own) => own.code).slice(0, 3)).toEqual(['5.1.2e', '5.1.1a', '5.1.1b'])
    for (const { wanneer } of gronden) expect(wanneer).toMatch(/^[A-Z].+\.$/)
  })
})
