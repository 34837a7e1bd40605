// An editor for the tests: from HTML with the caret, or a selection, at bars.
import { DOMParser as PmParser } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import { vi } from 'vitest'
import { allowedBlocks } from '../src/editor/allowed'
import { docToBlocks } from '../src/editor/json'
import { schema } from '../src/editor/schema'
import { SectionEditor, type SectionOptions } from '../src/editor/section-editor'
import type { Block } from '../src/wire'
import { outline } from './outline'
import { replay } from './replay'

/** Stands in for what jsdom has not: layout and a clipboard. */
export function prepare(): void {
  vi.stubGlobal('ClipboardEvent', class extends Event {})
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Range.prototype.getBoundingClientRect = () => new DOMRect()
}

/** HTML as the editor shows it, as blocks. */
export function parseBlocks(html: string): Block[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return docToBlocks(PmParser.fromSchema(schema).parse(body))
}

/** An editor with the text of some HTML and the caret, or a selection, at its bars. */
export function editorOf(html: string, blokken: string[] = [], more: Partial<SectionOptions> = {}): SectionEditor {
  const nothing = (): void => {}
  const editor = new SectionEditor(document.body.appendChild(document.createElement('div')), {
    id: 'x',
    blocks: parseBlocks(html),
    allowed: allowedBlocks(blokken),
    readOnly: () => false,
    asPublic: () => false,
    surroundings: () => ({ hidden: new Set(), numbers: new Map() }),
    refused: nothing,
    smart: () => true,
    ownLetters: () => true,
    around: () => {},
    attributes: {},
    changed: nothing,
    moved: nothing,
    focused: nothing,
    leave: () => false,
    blurred: nothing,
    renumber: nothing,
    openLink: nothing,
    openNote: nothing,
    newLabel: () => '1',
    readPaste: (html, text) => replay().readPaste(html, text),
    pasting: nothing,
    pasted: nothing,
    asked: nothing,
    phrases: nothing,
    ...more,
  })
  const bars: number[] = []
  editor.view.state.doc.descendants((node, pos) => {
    for (const match of node.text?.matchAll(/\|/g) ?? []) bars.push(pos + match.index)
  })
  const tr = editor.view.state.tr.setMeta('host', true)
  for (const bar of bars.toReversed()) tr.delete(bar, bar + 1)
  const [from = 1, to = from + 1] = bars
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, bars.length > 1 ? to - 1 : from)))
  return editor
}

/** Types text, or presses a key that is written in angle brackets. */
export function act(editor: SectionEditor, actions: string): void {
  const { view } = editor
  for (const [part] of actions.matchAll(/<[^>]+>|[^]/gu)) {
    if (part.length > 1 && part.startsWith('<')) {
      const keys = part.slice(1, -1).split('+')
      const key = keys.at(-1) ?? ''
      const event = new KeyboardEvent('keydown', {
        key,
        shiftKey: keys.includes('Shift'),
        ctrlKey: keys.includes('Ctrl'),
        altKey: keys.includes('Alt'),
      })
      view.someProp('handleKeyDown', (handle) => handle(view, event) || undefined)
    } else {
      const charCode = part.codePointAt(0) ?? 0
      const event = new KeyboardEvent('keypress', { key: part, charCode, bubbles: true, cancelable: true })
      view.dom.dispatchEvent(event)
      if (!event.defaultPrevented) throw new Error(`the web view would type ${part}`)
    }
  }
}

/** What the text has become. */
export const after = (editor: SectionEditor): string => outline(docToBlocks(editor.view.state.doc)).join('\n')

/** A new editor in which HTML of elsewhere was pasted. */
export async function paste(before: string, html: string): Promise<SectionEditor> {
  return new Promise((done) => {
    const editor = editorOf(before, [], { pasted: () => done(editor) })
    editor.view.pasteHTML(html)
  })
}
