// A selection over several sections: how the keys make it, what leaves with it and
// what is done to it. In a text a bar is the caret, or what is selected is between
// two of them.
import { AllSelection } from 'prosemirror-state'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Across } from '../src/across/across.svelte'
import { makePublic, targetOf, toggle, toggleLanguage, withhold } from '../src/across/change'
import { copy, paste, read, written } from '../src/across/clipboard'
import { acrossPlugins } from '../src/across/plugin'
import type { Text } from '../src/across/reach'
import { surroundings } from '../src/editor/copy'
import { docToBlocks } from '../src/editor/json'
import { selectedOf } from '../src/editor/selected'
import type { SectionOptions } from '../src/editor/section-editor'
import { after, editorOf, prepare } from './editor'

beforeAll(() => {
  prepare()
  vi.stubGlobal('DragEvent', class extends Event {})
})
beforeEach(() => document.body.replaceChildren())

const titles = ['Aanleiding', 'Besluit', 'Kernpunten']
const [one, two, three] = ['<p>Een.</p>', '<p>Twee.</p>', '<p>Drie.</p>']

interface Stand {
  across: Across
  texts: Text[]
  said: string[]
  /** The names of the steps in which the sections were sent. */
  steps: string[]
  refused: number
}

/** A nota of sections; the first one with a bar has the focus. */
function nota(html: string[], more: Partial<SectionOptions> = {}): Stand {
  const stand = { said: [] as string[], steps: [] as string[], refused: 0 } as Stand
  const texts: Text[] = []
  const across = new Across({ texts: () => texts, say: (text) => stand.said.push(text), pasted: () => {} })
  html.forEach((own, index) => {
    const id = titles[index] ?? ''
    const editor = editorOf(own, [], {
      id,
      before: acrossPlugins(across, id),
      changed: (_, group) => stand.steps.push(group),
      refused: () => (stand.refused += 1),
      ...more,
    })
    editor.flush()
    // jsdom has no lines: each paragraph is one.
    editor.view.endOfTextblock = () => true
    texts.push({ id, heading: `${index + 1}. ${id}`, isPart: false, key: id.toLowerCase(), editor })
  })
  stand.steps.length = 0
  texts[
    Math.max(
      0,
      html.findIndex((own) => own.includes('|')),
    )
  ]?.editor.view.focus()
  return Object.assign(stand, { across, texts })
}

/** Presses keys where the focus is, as the web view tells of them. */
function press(...keys: string[]): void {
  for (const written of keys) {
    const names = written.split('+')
    const key = names.at(-1) ?? ''
    const held = { shiftKey: names.includes('Shift'), ctrlKey: names.includes('Ctrl') }
    const down = new KeyboardEvent('keydown', { key, ...held, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(down)
    if (down.defaultPrevented || key.length > 1 || held.ctrlKey) continue
    const charCode = key.codePointAt(0) ?? 0
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keypress', { key, charCode, bubbles: true, cancelable: true }),
    )
  }
}

const texts = ({ texts }: Stand): string[] => texts.map(({ editor }) => after(editor))

/** What is drawn as selected of each section. */
const drawn = ({ texts }: Stand): string[] =>
  texts.map(({ editor: { view } }) => {
    const span = selectedOf(view.state)
    const shown = [...view.dom.querySelectorAll('.geselecteerd')].map((own) => own.textContent).join('/')
    const text = span ? view.state.doc.textBetween(span.from, span.to, '/') : '-'
    return shown === (span ? text : '') ? text : `${text}, shown: ${shown}`
  })

/** A clipboard, and the event that a web view gives with it. */
function clipboard(type: 'copy' | 'cut' | 'paste', data = new Map<string, string>()) {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const clipboardData = {
    getData: (kind: string) => data.get(kind) ?? '',
    setData: (kind: string, own: string) => data.set(kind, own),
    clearData: () => data.clear(),
  }
  Object.assign(event, { clipboardData })
  Object.defineProperty(event, 'target', { value: document.activeElement })
  return { event: event as ClipboardEvent, data }
}

describe('the keys', () => {
  it.each<[name: string, html: string[], keys: string[], drawn: string[]]>([
    ['Shift goes on past the edge', ['<p>Een|.</p>', two], ['Shift+ArrowDown', 'Shift+ArrowDown'], ['.', 'Twee.']],
    ['by a letter', ['<p>Een.|</p>', two, three], ['Shift+ArrowRight'], ['', '', '-']],
    ['upwards', [one, '<p>Twee|.</p>'], ['Shift+ArrowUp'], ['', 'Twee']],
    [
      'by paragraph',
      ['<p>E|en.</p><p>Nog.</p>', two],
      ['Ctrl+Shift+ArrowDown', 'Ctrl+Shift+ArrowDown'],
      ['en./Nog.', ''],
    ],
    ['by page', ['<p>Een.|</p>', two, three], ['Shift+PageDown'], ['', 'Twee.', '-']],
    ['to the end of the nota', [one, '<p>Tw|ee.</p>', three], ['Ctrl+Shift+End'], ['-', 'ee.', 'Drie.']],
    ['to its start', [one, two, '<p>Dr|ie.</p>'], ['Ctrl+Shift+Home'], ['Een.', 'Twee.', 'Dr']],
    ['all of it', ['<p>Een|.</p>', two, three], ['Ctrl+a'], ['Een.', 'Twee.', 'Drie.']],
    [
      'back again',
      ['<p>Een.|</p>', two, three],
      ['Shift+PageDown', 'Shift+ArrowDown', 'Shift+ArrowUp'],
      ['', 'Twee.', '-'],
    ],
    ['and no more than that', ['<p>Een.|</p>', two], ['Shift+ArrowRight', 'Shift+ArrowLeft'], ['-', '-']],
    ['an arrow ends it', ['<p>E|en.</p>', two], ['Ctrl+a', 'ArrowLeft'], ['-', '-']],
    ['Escape ends it', ['<p>E|en.</p>', two], ['Ctrl+a', 'Escape'], ['-', '-']],
    [
      'a table at the edge is taken whole',
      ['<p>Een.|</p>', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><p>Na.</p>'],
      ['Shift+ArrowRight'],
      ['', 'a/b/c/d'],
    ],
  ])('%s', (_, html, keys, expected) => {
    const stand = nota(html)
    press(...keys)
    expect(drawn(stand)).toEqual(expected)
  })

  it('go to the start and the end of the nota', () => {
    const stand = nota([one, '<p>Tw|ee.</p>', three])
    press('Ctrl+End', 'x', 'Ctrl+Home', 'y')
    expect(texts(stand)).toEqual(['alinea: yEen.', 'alinea: Twee.', 'alinea: Drie.x'])
  })

  it('leave Ctrl+A to the text when there is one section', () => {
    const stand = nota(['<p>Een|.</p>'])
    press('Ctrl+a')
    expect(stand.across.isActive).toBe(false)
    expect(stand.texts[0]?.editor.view.state.selection).toBeInstanceOf(AllSelection)
  })

  it('take the section where one is with Ctrl+Shift+A, also from all of the nota', () => {
    const stand = nota([one, '<p>Tw|ee.</p>', three])
    press('Ctrl+a', 'Ctrl+Shift+a')
    expect(drawn(stand)).toEqual(['-', '-', '-'])
    expect(stand.texts[1]?.editor.view.state.selection).toBeInstanceOf(AllSelection)
    press('Delete')
    expect(texts(stand)).toEqual(['alinea: Een.', '', 'alinea: Drie.'])
  })

  it('say how much is selected, after a moment', () => {
    vi.useFakeTimers()
    const stand = nota(['<p>Een|.</p>', '<p>Twee woorden.</p>', three])
    press('Ctrl+a')
    vi.runAllTimers()
    expect(stand.said).toEqual(['Geselecteerd: 3 secties, 4 woorden'])
    vi.useRealTimers()
  })
})

describe('what is selected', () => {
  it.each<[name: string, keys: string[], after: string[]]>([
    ['goes with Delete', ['Delete'], ['', '', '']],
    ['goes with Backspace', ['Backspace'], ['', '', '']],
    ['is typed over where it began', ['w', 'e', 'g'], ['alinea: weg', '', '']],
    ['gives way to a line end', ['Enter', 'x'], ['alinea: \nalinea: x', '', '']],
  ])('%s', (_, keys, expected) => {
    const stand = nota(['<p>Een|.</p>', two, three])
    press('Ctrl+a', ...keys)
    for (const { editor } of stand.texts) editor.flush()
    expect(texts(stand)).toEqual(expected)
    // One step of undo for all of it.
    expect(new Set(stand.steps).size).toBe(1)
    expect(stand.across.isActive).toBe(false)
  })

  it('goes only as far as it reaches, and what is left of a text stays', () => {
    const stand = nota(['<p>Een.</p><ul><li><p>pun|t</p></li></ul>', two, '<p>Drie.</p><p>Nog.</p>'])
    press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
    stand.across.put({ anchor: stand.across.reach!.anchor, head: { id: 'Kernpunten', pos: 5 } })
    press('Delete')
    expect(texts(stand)).toEqual(['alinea: Een.\nopsomming\n  alinea: pun', '', 'alinea: .\nalinea: Nog.'])
  })

  it('stays when the nota is read-only', () => {
    const stand = nota(['<p>Een|.</p>', two], { readOnly: () => true })
    const [first] = stand.texts
    stand.across.all(first!.editor)
    first!.editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', cancelable: true }))
    expect(texts(stand)).toEqual(['alinea: Een.', 'alinea: Twee.'])
    expect(stand.across.isActive).toBe(true)
  })

  it('is bold at once, and plain again', () => {
    const stand = nota(['<p>Een|.</p>', '<p><b>Twee.</b></p>', three])
    press('Ctrl+a')
    toggle(stand.across, 'nadruk')
    expect(texts(stand)).toEqual(['alinea: *Een.*', 'alinea: ***Twee.***', 'alinea: *Drie.*'])
    toggle(stand.across, 'sterk')
    expect(texts(stand)).toEqual(['alinea: *Een.*', 'alinea: *Twee.*', 'alinea: *Drie.*'])
    expect(stand.across.isActive).toBe(true)
    expect(stand.steps).toEqual(['over-secties:1', 'over-secties:1', 'over-secties:1', 'over-secties:2'])
  })

  it('is in another language', () => {
    const stand = nota(['<p>Een|.</p>', two])
    press('Ctrl+a')
    toggleLanguage(stand.across, 'en')
    const all = (): unknown[] => stand.texts.map(({ editor }) => docToBlocks(editor.view.state.doc))
    expect(JSON.stringify(all()).match(/"code":"en"/g)).toHaveLength(2)
    toggleLanguage(stand.across, 'en')
    expect(JSON.stringify(all())).not.toContain('taal')
  })

  it('is withheld, also in a block that is so already, and public again', () => {
    const stand = nota(['<p>Een|.</p>', '<div data-lak="5.1.2b"><p>Twee.</p></div><p>Nog.</p>'])
    press('Ctrl+a')
    expect(targetOf(stand.across)).toMatchObject({ grond: null, begin: 'Een. Twee. Nog.' })
    withhold(stand.across, '5.1.2e')
    const html = (): string =>
      stand.texts.map(({ editor }) => JSON.stringify(docToBlocks(editor.view.state.doc))).join()
    expect(html().match(/"grond":"5.1.2e"/g)).toHaveLength(3)
    expect(html()).not.toContain('5.1.2b')
    expect(stand.across.isActive).toBe(false)
    press('Ctrl+a')
    makePublic(stand.across)
    expect(html()).not.toContain('grond')
  })

  it('leaves a withheld block of which a part is selected as it is', () => {
    const stand = nota(['<p>Een|.</p>', '<div data-lak="5.1.2b"><p>Twee.</p><p>Geheim.</p></div><p>Nog.</p>'])
    const reach = { anchor: { id: 'Aanleiding', pos: 1 }, head: { id: 'Besluit', pos: 7 } }
    const own = (): string => JSON.stringify(docToBlocks(stand.texts[1]!.editor.view.state.doc))
    const before = own()
    for (const change of [makePublic, (across: Across) => withhold(across, '5.1.2e')]) {
      stand.across.put(reach)
      expect(stand.across.parts).toHaveLength(2)
      change(stand.across)
      expect(own()).toBe(before)
    }
  })
})

describe('the clipboard', () => {
  it('has the headings between the texts, in words and with form', () => {
    const stand = nota(['<p>Ee|n.</p>', '<ul><li><p>punt</p></li></ul>', three])
    press('Ctrl+Shift+End')
    const { text, html } = written(stand.across.parts)
    expect(text).toBe('n.\n\n2. Besluit\n\npunt\n\n3. Kernpunten\n\nDrie.')
    expect(html).toContain('<h2>2. Besluit</h2><ul><li><p>punt</p></li></ul>')
    expect(html).not.toContain('1. Aanleiding</h2>')
    press('Ctrl+a')
    expect(written(stand.across.parts).text).toMatch(/^1\. Aanleiding\n\nEen\.\n\n2\. Besluit/)
  })

  it('has no withheld word while the public version is shown, and nothing hidden goes', () => {
    const lak = (text: string): string => `<span data-lak="5.1.2e">${text}</span>`
    const stand = nota(['<p>Met |</p>', `<p>en ${lak('Zwartjes')} erbij</p>`], {
      asPublic: () => true,
      surroundings: () => surroundings([], []),
    })
    press('Ctrl+a')
    const { text, html } = written(stand.across.parts)
    expect(text).toContain('[niet openbaar: art. 5.1, lid 2, onder e, Woo]')
    expect(text + html).not.toMatch(/Zwartjes|data-lak/)
    press('Delete')
    expect(stand.refused).toBe(1)
    expect(texts(stand)[0]).toBe('alinea: Met ')
    expect(texts(stand)[1]).toContain('Zwartjes')
  })

  it('takes all of it and puts each text back in its own section', () => {
    const html = ['<p>Ee|n <b>vet</b>.</p>', '<p>Twee.</p><ul><li><p>punt</p></li></ul>', '<p></p>']
    const stand = nota(html)
    const before = texts(stand)
    press('Ctrl+a')
    const { event, data } = clipboard('cut')
    expect(copy(stand.across, event)).toBe(true)
    expect(texts(stand)).toEqual(['', '', ''])
    expect(read(data.get('text/html') ?? '')?.map(({ key }) => key)).toEqual(['aanleiding', 'besluit', 'kernpunten'])
    expect(paste(stand.across, clipboard('paste', data).event)).toBe(true)
    expect(texts(stand)).toEqual(before)
  })

  it('puts it with its headings where one is, when that is another section', () => {
    const stand = nota(['<p>Een|.</p>', two])
    press('Ctrl+a')
    const { event, data } = clipboard('copy')
    copy(stand.across, event)
    document.body.replaceChildren()
    const other = nota(['', '', '<p>Drie.|</p>'])
    other.texts.splice(0, 2)
    paste(other.across, clipboard('paste', data).event)
    expect(texts(other)).toEqual([
      'alinea: Drie.\ntussenkop 3: 1. Aanleiding\nalinea: Een.\ntussenkop 3: 2. Besluit\nalinea: Twee.',
    ])
  })

  it('of another program comes in the place of all that is selected', () => {
    const stand = nota(['<p>Een|.</p>', two])
    const pasted = vi.spyOn(stand.texts[0]!.editor.view, 'pasteText').mockReturnValue(true)
    press('Ctrl+a')
    paste(stand.across, clipboard('paste', new Map([['text/plain', 'nieuw']])).event)
    expect(texts(stand)).toEqual(['', ''])
    expect(pasted).toHaveBeenCalledWith('nieuw', expect.anything())
  })
})
