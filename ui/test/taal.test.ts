// The language of the nota in the window: marks in the text that move along,
// and, on the recorded desk, what is gone through and mended.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { act, editorOf, prepare } from './editor'
import { replay, type Replay } from './replay'
import { languageAt } from '../src/editor/language-marks'
import type { SectionEditor } from '../src/editor/section-editor'
import { App } from '../src/state/app.svelte'
import type { Language } from '../src/state/language.svelte'
import type { Session } from '../src/state/session.svelte'
import type { Block, TaalMelding, TaalSoort } from '../src/wire'

/** Something that is said about a part of the first paragraph. */
const said = (editor: SectionEditor, words: string, soort: TaalSoort = 'spelling'): TaalMelding => {
  const start = editor.view.state.doc.textContent.indexOf(words)
  const place = { section: null, index: 0, note: null, field: null, path: [0] }
  const range = { start, end: start + words.length }
  const words_ = { code: 'N402', name: 'woord-onbekend', message: words, help: '' }
  const rest = { severity: 'tip' as const, related: [], fix: null, other_fixes: [] }
  return { soort, melding: { ...words_, ...rest, place: { ...place, range } } }
}

const marked = (editor: SectionEditor): string[] =>
  [...editor.view.dom.querySelectorAll('.taal')].map((own) => own.textContent ?? '')

describe('marks of language', () => {
  beforeEach(prepare)
  it('each have the look of their kind', () => {
    const editor = editorOf('<p>De minsiter stuurt derhalve|.</p>')
    editor.setLanguage([said(editor, 'minsiter'), said(editor, 'derhalve', 'eenvoudig')])
    const classes = [...editor.view.dom.querySelectorAll('.taal')].map((own) => own.className)
    expect(classes).toEqual(['taal taal-spelling taal-zacht', 'taal taal-eenvoudig taal-zacht'])
  })
  it('move along with what is typed before them, and go when their words change', () => {
    const editor = editorOf('<p>|De minsiter en de besulit.</p>')
    editor.setLanguage([said(editor, 'minsiter'), said(editor, 'besulit')])
    act(editor, 'Ja: ')
    expect(marked(editor)).toEqual(['minsiter', 'besulit'])
    const { state, dispatch } = editor.view
    const at = state.doc.textContent.indexOf('minsiter') + 1
    dispatch(state.tr.insertText('x', at + 3))
    expect(marked(editor)).toEqual(['besulit'])
  })
  it('are not drawn at the word that is being typed, until the caret leaves it', () => {
    const editor = editorOf('<p>De |</p>')
    act(editor, 'minsiter')
    editor.setLanguage([said(editor, 'minsiter')])
    expect(marked(editor)).toEqual([])
    act(editor, ' ')
    expect(marked(editor)).toEqual(['minsiter'])
  })
  it('survive what the host brings back', () => {
    const editor = editorOf('<p>De minsiter| komt.</p>')
    editor.setLanguage([said(editor, 'minsiter')])
    const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] })
    editor.setBlocks([paragraph('Ja, de minsiter komt.')], false)
    expect(marked(editor)).toEqual(['minsiter'])
  })
  it('wait until a letter that is composed is there', () => {
    vi.useFakeTimers()
    const editor = editorOf('<p>De minsiter| komt.</p>')
    let composing = true
    Object.defineProperty(editor.view, 'composing', { get: () => composing })
    editor.setLanguage([said(editor, 'minsiter')])
    editor.setFound([{ from: 1, to: 3 }], 0)
    expect(marked(editor)).toEqual([])
    composing = false
    vi.advanceTimersByTime(100)
    expect(marked(editor)).toEqual(['minsiter'])
    expect(editor.view.dom.querySelectorAll('.gevonden')).toHaveLength(1)
    vi.useRealTimers()
  })
  it('are found at the caret, the shortest first', () => {
    const editor = editorOf('<p>De minsi|ter stuurt.</p>')
    editor.setLanguage([said(editor, 'De minsiter stuurt', 'eenvoudig'), said(editor, 'minsiter')])
    expect(languageAt(editor.view.state, editor.view.state.selection.head)?.text).toBe('minsiter')
    expect(languageAt(editor.view.state, 1)?.text).toBe('De minsiter stuurt')
  })
})

describe('the language of the nota', () => {
  let host: Replay
  let app: App
  let session: Session
  let language: Language
  beforeEach(async () => {
    vi.stubGlobal('CSS', { escape: (name: string) => name })
    host = replay()
    app = await App.start(host)
    await app.openPath('nota.nota.md')
    if (!app.open) throw new Error('nothing is open')
    ;({ session, language } = app.open)
  })
  const writes = async (text: string): Promise<void> => {
    const blocks: Block[] = [{ type: 'paragraph', inlines: [{ type: 'text', text }] }]
    session.setBody('aanleiding', blocks, 'x')
    await session.settle()
    await answered()
  }
  const answered = (): Promise<void> => {
    const before = language.turns
    return vi.waitFor(() => expect(language.turns).toBeGreaterThan(before))
  }

  const spelling = (): string[] =>
    language.all.filter((own) => own.soort === 'spelling').map((own) => own.melding.message)
  const TEXT = 'De minsiter stuurt de brief. Dus stuurt de minsiter een dronevlieger.'

  it('is counted per kind', async () => {
    await writes(TEXT)
    expect(language.count('spelling')).toBe(3)
    expect(spelling()[0]).toContain('minsiter')
  })
  it('has suggestions for a word', async () => {
    await writes(TEXT)
    expect(await host.wordSuggestions('minsiter')).toContain('minister')
  })
  it('is mended wherever a word stands, in one step of undo', async () => {
    await writes(TEXT)
    await language.everywhere('minsiter', 'minister')
    await answered()
    expect(language.count('spelling')).toBe(1)
    await session.undo()
    await answered()
    expect(language.count('spelling')).toBe(3)
  })
  it('has words that are right in this nota', async () => {
    await writes(TEXT)
    await language.ignore('dronevlieger')
    await answered()
    expect(language.count('spelling')).toBe(2)
  })
  it('comes after the problems of the nota', async () => {
    await writes(TEXT)
    const { problems } =
      app.open ??
      (() => {
        throw new Error('closed')
      })()
    const seen = Array.from({ length: problems.shown.length + 1 }, () => {
      problems.step(1)
      return language.has(problems.current)
    })
    expect(seen.at(-1)).toBe(true)
    expect(seen.slice(0, -1)).not.toContain(true)
  })
})
