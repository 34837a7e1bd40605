// What leaves the text while the public version is shown: by copying, cutting
// and dragging, in an editor and outside one.
import { AllSelection, NodeSelection, type Selection } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { docToBlocks } from '../src/editor/json'
import type { SectionEditor } from '../src/editor/section-editor'
import { copyPublic, publicText } from '../src/openbaar/copy-window'
import { surroundings } from '../src/editor/copy'
import { editorOf, prepare } from './editor'

beforeAll(prepare)
beforeEach(() => document.body.replaceChildren())

const lak = (text: string, grond = '5.1.2e'): string => `<span data-lak="${grond}">${text}</span>`
const blok = (html: string, grond = '5.1.2b'): string => `<div data-lak="${grond}">${html}</div>`
const E = '[niet openbaar: art. 5.1, lid 2, onder e, Woo]'
const B = '[niet openbaar: art. 5.1, lid 2, onder b, Woo]'

/** What withheld text of these tests must never be read in. */
const SECRET = /Zwartjes|minjenv|twaalf|geheim|jansen-noot|data-lak|lak-tekst|data-noot/i

/** An editor that shows its text as it becomes public. */
function shown(html: string, notes: { label: string; html: string }[] = []): SectionEditor {
  const editor = editorOf(html, [], {
    asPublic: () => true,
    surroundings: () =>
      surroundings(
        [{ alleen_intern: false, blocks: docToBlocks(editor.view.state.doc) }],
        notes.map((own) => ({ label: own.label, blocks: docToBlocks(editorOf(own.html).view.state.doc) })),
      ),
  })
  return editor
}

function copied(editor: SectionEditor, of?: Selection): { text: string; html: string } {
  const { view } = editor
  const selection = of ?? new AllSelection(view.state.doc)
  const { dom, text } = view.serializeForClipboard(selection.content())
  return { text, html: dom.innerHTML }
}

describe('copying in the public view', () => {
  it.each<[name: string, html: string, text: string]>([
    [
      'gives what comes in the place of withheld words and blocks',
      `<p>Met ${lak('K. Zwartjes')} besproken.</p>${blok('<p>Bod van twaalf miljoen.</p>')}`,
      `Met ${E} besproken.\n\n${B}`,
    ],
    [
      'gives one placeholder for runs on one ground, whatever their formatting',
      `<p>Met ${lak('K. ')}<b>${lak('Zwartjes')}</b> ${lak('geheim')} en ${lak('meer geheim', '5.1.2b')}.</p>`,
      `Met ${E} en ${B}.`,
    ],
    ['gives one for blocks on one ground', `<p>a</p>${blok('<p>geheim</p>')}${blok('<p>twaalf</p>')}`, `a\n\n${B}`],
    [
      'does so in lists, tables, headings and quotes',
      `<h3>${lak('geheim')}</h3><ul><li><p>a ${lak('geheim')}</p></li></ul>` +
        `<table><tr><th>x</th></tr><tr><td>${lak('twaalf')}</td></tr></table><blockquote><p>${lak('geheim')}</p></blockquote>`,
      `${E}\n\na ${E}\n\nx\n\n${E}\n\n${E}`,
    ],
    ['keeps a ground that the law does not have to itself', `<p>a ${lak('geheim', '9.9')}</p>`, 'a [niet openbaar]'],
  ])('%s', (_, html, expected) => {
    const { text, html: rich } = copied(shown(html))
    expect(text).toBe(expected)
    expect(rich).not.toMatch(SECRET)
    expect(text).not.toMatch(SECRET)
  })

  it('takes the address of a link of which a part is withheld, also where only the rest is selected', () => {
    const link = (inner: string): string => `<a href="mailto:k.zwartjes@minjenv.nl">${inner}</a>`
    const html = `<p>Mail ${link(`|K. |${lak('Zwartjes')}`)} of <a href="https://www.rijksoverheid.nl">kijk</a>.</p>`
    const editor = shown(html)
    expect(copied(editor, editor.view.state.selection)).toEqual({
      text: 'K. ',
      html: '<p data-pm-slice="1 1 []">K. </p>',
    })
    const all = copied(editor)
    expect(all.html).not.toMatch(SECRET)
    expect(all.html).toContain('href="https://www.rijksoverheid.nl"')
  })

  it('gives footnotes their public number and never their label', () => {
    const note = (label: string): string => `<sup data-noot="${label}"></sup>`
    const html = `<p>a${lak(`b${note('jansen-noot')}`)}c${note('geheim-2')}</p>`
    const editor = shown(html, [
      { label: 'jansen-noot', html: '<p>x</p>' },
      { label: 'geheim-2', html: '<p>y</p>' },
    ])
    const { text, html: rich } = copied(editor)
    expect(text).toBe(`a${E}c¹`)
    expect(rich).not.toMatch(SECRET)
  })

  it('holds for a part of a withheld stretch, a whole block and cells', () => {
    const part = shown(`<p>Met ${lak('K. |Zwart|jes')}.</p>`)
    expect(copied(part, part.view.state.selection).text).toBe(E)
    const inside = shown(blok('<p>Bod van |twaalf| miljoen.</p>'))
    const own = copied(inside, inside.view.state.selection)
    expect(own.text).toBe(B)
    expect(own.html).not.toMatch(SECRET)
    const block = shown(blok('<p>geheim</p>'))
    expect(copied(block, NodeSelection.create(block.view.state.doc, 0)).text).toBe(B)
    const table = shown(`<table><tr><td>a</td><td>${lak('geheim')}</td></tr></table>`)
    const cells = CellSelection.create(table.view.state.doc, 2, 2 + (table.view.state.doc.nodeAt(2)?.nodeSize ?? 0))
    expect(copied(table, cells).html).not.toMatch(SECRET)
  })

  it('gives nothing of a text that is internal only', () => {
    const editor = editorOf('<p>geheim</p>', [], { asPublic: () => true, surroundings: () => null })
    expect(copied(editor)).toEqual({ text: '', html: '' })
  })

  it('leaves the text whole: what is withheld is not cut', () => {
    const refused = vi.fn()
    const editor = editorOf(`<p>Met |${lak('geheim')} en| meer.</p>`, [], { asPublic: () => true, refused })
    editor.view.dispatch(editor.view.state.tr.deleteSelection())
    expect(refused).toHaveBeenCalled()
    expect(editor.view.state.doc.textContent).toBe('Met geheim en meer.')
  })

  it('is as it was while the internal version is shown', () => {
    const { text, html } = copied(editorOf(`<p>Met ${lak('K. Zwartjes')}.</p>`))
    expect(text).toBe('Met K. Zwartjes.')
    expect(html).toContain('data-lak="5.1.2e"')
  })

  it('draws no address beside the words of a link', () => {
    const editor = shown(`<p><a href="mailto:k.zwartjes@minjenv.nl">K. ${lak('Zwartjes')}</a></p>`)
    expect(editor.view.dom.innerHTML).not.toContain('minjenv')
  })
})

describe('copying outside the text', () => {
  const select = (html: string): Range => {
    document.body.innerHTML = html
    const range = document.createRange()
    range.selectNodeContents(document.body)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    return range
  }
  const HTML =
    '<p>probleem over K. Zwartjes</p>' +
    '<div data-openbaar><h2>1. Aanleiding</h2><div class="ProseMirror"><p>Met <span class="lak" data-plaats="[weg]">' +
    '<span class="lak-tekst">K. </span></span><b><span class="lak" data-plaats="[weg]"><span class="lak-tekst">Zwartjes</span></span></b>.</p></div></div>' +
    '<div data-intern><div data-openbaar><div class="ProseMirror"><p>geheim</p></div></div></div>' +
    '<div class="in-rij" data-openbaar>bladzijde 1</div>'

  it('takes only what the window says that everyone may read', () => {
    expect(publicText(select(HTML))).toEqual(['1. Aanleiding', 'Met [weg].', 'bladzijde 1'])
  })

  const event = (target: Element): { event: ClipboardEvent; held: Map<string, string> } => {
    const held = new Map<string, string>()
    const clipboardData = {
      clearData: () => held.clear(),
      setData: (kind: string, text: string) => held.set(kind, text),
    }
    const own = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData })
    Object.defineProperty(own, 'target', { value: target })
    return { event: own as unknown as ClipboardEvent, held }
  }

  it('puts that on the clipboard, as text and as HTML', () => {
    select(HTML)
    const own = event(document.body)
    expect(copyPublic(own.event)).toBe(true)
    expect(own.event.defaultPrevented).toBe(true)
    expect(own.held.get('text/plain')).toBe('1. Aanleiding\n\nMet [weg].\n\nbladzijde 1')
    for (const text of own.held.values()) expect(text).not.toMatch(SECRET)
  })

  it('says so when there is nothing that everyone may read', () => {
    select('<p>probleem over K. Zwartjes</p>')
    const own = event(document.body)
    expect(copyPublic(own.event)).toBe(false)
    expect(own.event.defaultPrevented).toBe(true)
    expect(own.held.size).toBe(0)
  })

  it('leaves fields to themselves', () => {
    document.body.innerHTML = '<input value="x">'
    const own = event(document.querySelector('input') as Element)
    expect(copyPublic(own.event)).toBe(true)
    expect(own.event.defaultPrevented).toBe(false)
  })
})
