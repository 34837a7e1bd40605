// What is typed for the drafter: words that are mended while one types, and
// sentences to insert.
import { beforeEach, describe, expect, it } from 'vitest'
import { act, after, editorOf, prepare } from './editor'
import { toggleLanguage } from '../src/editor/commands'
import { docToBlocks } from '../src/editor/json'
import type { PhraseAsk } from '../src/editor/phrases'

beforeEach(prepare)

describe('while one types', () => {
  it.each([
    ['Dit is nvt ', 'Dit is n.v.t. '],
    ['De besulit, ', 'De besluit, '],
    ['Geinformeerd ', 'Geïnformeerd '],
    ['Dit is nvt.', 'Dit is n.v.t.'],
    ['Artikel 3 (par) ', 'Artikel 3 § '],
    ['Een vlak van 3 x 4 ', 'Een vlak van 3 × 4 '],
    ['Hij schreef "nvt ', 'Hij schreef “nvt '],
    ['minsiterie ', 'minsiterie '],
  ])('%s becomes %s', (typed, text) => {
    const editor = editorOf('<p>|</p>')
    act(editor, typed)
    expect(editor.view.state.doc.textContent).toBe(text)
  })
  it('Backspace takes a word back', () => {
    const editor = editorOf('<p>|</p>')
    act(editor, 'Dit is nvt <Backspace>')
    expect(editor.view.state.doc.textContent).toBe('Dit is nvt ')
  })
  it('nothing is mended when that is off', () => {
    const editor = editorOf('<p>|</p>', [], { smart: () => false })
    act(editor, 'Dit is nvt ')
    expect(editor.view.state.doc.textContent).toBe('Dit is nvt ')
  })
})

describe('sentences to insert', () => {
  it('are asked for by a slash at the start of an empty line, and nowhere else', () => {
    const asked: PhraseAsk[] = []
    const editor = editorOf('<p>|</p>', [], { phrases: (own) => asked.push(own) })
    act(editor, '/')
    expect(asked.map((own) => own.typed)).toEqual(['/'])
    expect(editor.view.state.doc.textContent).toBe('')
    act(editor, 'en/of')
    expect(asked).toHaveLength(1)
    expect(editor.view.state.doc.textContent).toBe('en/of')
  })
  it('come at the caret, with what is still to be filled in selected', () => {
    const editor = editorOf('<p>Zo: |</p>')
    editor.insert('U wordt geadviseerd om in te stemmen met [het voorstel].')
    const { selection, doc } = editor.view.state
    expect(doc.textContent).toBe('Zo: U wordt geadviseerd om in te stemmen met [het voorstel].')
    expect(doc.textBetween(selection.from, selection.to)).toBe('[het voorstel]')
  })
  it('are a paragraph for each line', () => {
    const editor = editorOf('<p>|</p>')
    editor.insert('Een.\n\nTwee.')
    expect(after(editor)).toMatch(/Een\.[^]*Twee\./)
    expect(editor.view.state.doc.childCount).toBe(2)
  })
})

describe('another language', () => {
  it('is marked and taken away, and goes out as a mark', () => {
    const editor = editorOf('<p>Een |safe harbour| hier.</p>')
    editor.run(toggleLanguage('en'))
    const [block] = docToBlocks(editor.view.state.doc)
    const inlines = block?.type === 'paragraph' ? block.inlines : []
    expect(inlines.map((own) => [own.type === 'text' && own.text, own.marks])).toEqual([
      ['Een ', undefined],
      ['safe harbour', [{ type: 'taal', code: 'en' }]],
      [' hier.', undefined],
    ])
    expect(editor.view.dom.querySelector('[lang="en"]')?.textContent).toBe('safe harbour')
    editor.run(toggleLanguage('en'))
    expect(editor.view.dom.querySelector('[lang]')).toBeNull()
  })
  it('is that of the word at the caret without a selection', () => {
    const editor = editorOf('<p>Een har|bour hier.</p>')
    editor.run(toggleLanguage('en'))
    expect(editor.view.dom.querySelector('[lang="en"]')?.textContent).toBe('harbour')
  })
})
