// How what the engine read of a paste comes in the text. What it reads of it
// is tested where that is done: nota-import/tests/plakken.
import { Slice } from 'prosemirror-model'
import { beforeAll, describe, expect, it } from 'vitest'
import { allowedBlocks, restrict } from '../src/editor/allowed'
import { blocksToDoc, docToBlocks } from '../src/editor/json'
import type { Pasted } from '../src/editor/paste'
import type { SectionEditor, SectionOptions } from '../src/editor/section-editor'
import type { PasteView } from '../src/wire'
import { act, after, editorOf, parseBlocks, prepare } from './editor'
import { outline } from './outline'

beforeAll(prepare)

/** An editor that takes down what pastes bring, and waits for the last one. */
function pasting(before: string, more: Partial<SectionOptions> = {}) {
  const came: Pasted[] = []
  const groups: string[] = []
  let wake = (): void => {}
  const editor: SectionEditor = editorOf(before, [], {
    pasted: (pasted, group) => {
      came.push(pasted)
      groups.push(group)
      wake()
    },
    ...more,
  })
  const until = async (count: number): Promise<void> => {
    while (came.length < count) await new Promise<void>((done) => (wake = done))
  }
  return { editor, came, groups, until }
}

const view = (html: string, more: Partial<PasteView> = {}): PasteView => ({
  blocks: parseBlocks(html),
  notes: [],
  zonder: [],
  kwijt: [],
  ...more,
})

describe('a paste', () => {
  it('that waits for the engine stays before what is typed meanwhile, with the caret there', async () => {
    const { editor, until } = pasting('<p>een | drie</p>')
    editor.view.pasteHTML('<p>twee</p>')
    act(editor, '!')
    await until(1)
    expect(after(editor)).toBe('alinea: een twee! drie')
    act(editor, '?')
    expect(after(editor)).toBe('alinea: een twee!? drie')
  })
  it('comes in the place of what was selected, in the order of the keys', async () => {
    const { editor, until } = pasting('<p>een |twee| drie</p>')
    editor.view.pasteHTML('<p>A</p>')
    editor.view.pasteHTML('<b>B</b>')
    await until(2)
    expect(after(editor)).toBe('alinea: een A**B** drie')
    act(editor, '!')
    expect(after(editor)).toBe('alinea: een A**B!** drie')
  })
  it('does not take away what was typed over the selection meanwhile', async () => {
    const { editor, until } = pasting('<p>een |twee| drie</p>')
    editor.view.pasteHTML('<p>A</p>')
    act(editor, '!')
    await until(1)
    expect(after(editor)).toBe('alinea: een A! drie')
  })
  it('follows its place when the text before it changes', async () => {
    const { editor, until } = pasting('<p>een</p><p>tw|ee</p>')
    editor.view.pasteHTML('<p>X</p>')
    editor.setBlocks(parseBlocks('<p>nul</p><p>een</p><p>twee</p>'), false)
    await until(1)
    expect(after(editor)).toBe('alinea: nul\nalinea: een\nalinea: twXee')
  })
  it('is a step of its own', async () => {
    const { editor, groups, until } = pasting('<p>|</p>')
    editor.view.pasteHTML('<p>A</p>')
    await until(1)
    editor.view.pasteHTML('<p>B</p>')
    await until(2)
    expect(groups[0]).not.toBe('')
    expect(groups[0]).not.toBe(groups[1])
  })
  it('of text takes the form of where it comes', async () => {
    const { editor, until } = pasting('<p><b>een | drie</b></p>')
    editor.view.pasteText('twee')
    await until(1)
    expect(after(editor)).toBe('alinea: **een twee drie**')
  })
  it('that cannot be read comes as its bare text, and that is said', async () => {
    const readPaste = (): Promise<PasteView> => Promise.reject(new Error('kapot'))
    const { editor, came, until } = pasting('<p>|</p>', { readPaste })
    editor.view.pasteHTML(
      '<style>p{color:red}</style><p style="color:red">Eerste <b>regel</b></p><ul><li>punt</li></ul><table><tr><td>A</td><td>B</td></tr></table>',
    )
    await until(1)
    expect(after(editor)).toBe('alinea: Eerste regel\nalinea: punt\nalinea: A B')
    expect(came[0]?.fault).toEqual(new Error('kapot'))
  })
  it('gives its footnotes labels that are free, wherever they are referred to', async () => {
    const note = (label: string, html: string) => ({ label, blocks: parseBlocks(html) })
    let label = 7
    const { editor, came, until } = pasting('<p>|</p>', {
      newLabel: () => String(++label),
      readPaste: () =>
        Promise.resolve(
          view('<p>a<sup data-noot="1"></sup></p><ul><li><p>b<sup data-noot="2"></sup></p></li></ul>', {
            notes: [note('1', '<p>zie<sup data-noot="2"></sup></p>'), note('2', '<p>twee</p>')],
          }),
        ),
    })
    editor.view.pasteHTML('<p>a</p>')
    await until(1)
    expect(after(editor)).toBe('alinea: a[^8]\nopsomming\n  alinea: b[^9]')
    expect(came[0]?.notes.map((own) => `${own.label} ${outline(own.blocks).join()}`)).toEqual([
      '8 alinea: zie[^9]',
      '9 alinea: twee',
    ])
  })
  it('that comes when the text is gone or may not be changed changes nothing', async () => {
    let readOnly = false
    let answer = (_: PasteView): void => {}
    const readPaste = (): Promise<PasteView> => new Promise((done) => (answer = done))
    const { editor, came } = pasting('<p>een|</p>', { readPaste, readOnly: () => readOnly })
    editor.view.pasteHTML('<p>twee</p>')
    readOnly = true
    answer(view('<p>twee</p>'))
    await new Promise((done) => setTimeout(done))
    expect([after(editor), came.length]).toEqual(['alinea: een', 0])
  })
  it('takes the shape of what the section allows, without losing a word', () => {
    const doc = blocksToDoc(
      parseBlocks(
        '<h3>Kop</h3><ul><li><p>een</p></li></ul><table><tr><th><p>A</p></th><th><p>B</p></th></tr></table><blockquote><p>c</p></blockquote>',
      ),
    )
    const slice = restrict(new Slice(doc.content, 0, 0), allowedBlocks(['alinea']))
    expect(outline(docToBlocks(blocksToDoc([]).copy(slice.content)))).toEqual([
      'alinea: Kop',
      'alinea: een',
      'alinea: A | B',
      'alinea: c',
    ])
  })
})
