// Puts what was copied elsewhere in a text. The engine reads it, as it reads
// files, so it comes a moment after the key: until then its place is kept, and
// what is typed meanwhile stays behind it. When the engine cannot, the bare
// text comes.
import { Fragment, Slice, type Mark } from 'prosemirror-model'
import {
  Plugin,
  PluginKey,
  TextSelection,
  type Selection,
  type SelectionBookmark,
  type Transaction,
} from 'prosemirror-state'
import type { Mappable } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import type { Block, PasteView } from '../wire'
import { blocksToDoc } from './json'

/** What came with a paste besides its text. */
export interface Pasted {
  notes: { label: string; blocks: Block[] }[]
  /** What was left out or changed, in a few words each. */
  zonder: string[]
  /** Words that did not arrive. */
  kwijt: string[]
  /** Why only the bare text came; none when all went well. */
  fault: unknown
}

/** What a paste asks and tells. */
export interface PasteOptions {
  /** Has the engine read the HTML, or the text where there is none. */
  readPaste: (html: string | null, text: string) => Promise<PasteView>
  /** The next free label of a footnote. */
  newLabel: () => string
  /** It is under way, and stands in the text when that is done. */
  pasting: (done: Promise<void>) => void
  /** It stands in the text. */
  pasted: (pasted: Pasted) => void
}

/** What is on the clipboard and not from this window. */
interface Asked {
  html: string | null
  text: string
  marks: readonly Mark[]
}

/** A place that is kept while the text changes. */
interface Place {
  id: number
  at: SelectionBookmark
}

/** A stretch of text as a place: what is typed at it stands behind it, what is
 * pasted before it. */
class Stretch implements SelectionBookmark {
  constructor(
    readonly from: number,
    readonly to: number,
    private readonly side = -1,
  ) {}
  sided(side: number): Stretch {
    return new Stretch(this.from, this.to, side)
  }
  map(mapping: Mappable): Stretch {
    const start = mapping.mapResult(this.from, this.side)
    const to = Math.max(start.pos, mapping.map(this.to, this.side))
    // What came in its place is not replaced again.
    const isGone = this.to > this.from && start.deletedAfter
    const from = isGone && this.side > 0 ? to : start.pos
    return new Stretch(from, isGone ? from : to, this.side)
  }
  resolve(doc: Transaction['doc']): Selection {
    return TextSelection.between(doc.resolve(this.from), doc.resolve(this.to))
  }
}

const key = new PluginKey<Place[]>('plakken')

/** Follows the places through a transaction. */
function follow(tr: Transaction, places: Place[]): Place[] {
  const { put, drop } = (tr.getMeta(key) ?? {}) as { put?: Place; drop?: number }
  const side = tr.getMeta('paste') ? 1 : -1
  const mapped = places.map(({ id, at }) => ({
    id,
    at: (at instanceof Stretch ? at.sided(side) : at).map(tr.mapping),
  }))
  return [...mapped, ...(put ? [put] : [])].filter(({ id }) => id !== drop)
}

let ids = 0

/** Keeps the place of what is selected. */
function keep(view: EditorView): number {
  const { selection } = view.state
  const at = selection instanceof TextSelection ? new Stretch(selection.from, selection.to) : selection.getBookmark()
  const id = (ids += 1)
  view.dispatch(view.state.tr.setMeta(key, { put: { id, at } }))
  return id
}

/** Selects a place that was kept, and keeps it no longer. */
function goBack(view: EditorView, id: number): void {
  const { doc, tr } = view.state
  const place = key.getState(view.state)?.find((own) => own.id === id)
  if (place) view.dispatch(tr.setSelection(place.at.resolve(doc)).setMeta(key, { drop: id }))
}

/** The plugin. */
export function pastePlugin(options: PasteOptions): Plugin<Place[]> {
  let asked: Asked | null = null
  let queue = Promise.resolve()
  const take = (view: EditorView, event: ClipboardEvent | DragEvent): boolean => {
    const own = asked
    asked = null
    if (!own) return false
    const carried = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData
    own.text ||= carried?.getData('text/plain') ?? ''
    const id = keep(view)
    const read = options.readPaste(own.html, own.text)
    // One after the other, in the order of the keys.
    queue = queue.then(async () => {
      const came = await read.then(whole, (fault: unknown) => bare(own, fault))
      if (view.isDestroyed || !mayChange(view)) return
      insert(view, id, own, relabelled(came, options.newLabel), event)
      options.pasted(came)
    })
    options.pasting(queue)
    return true
  }
  return new Plugin<Place[]>({
    key,
    state: { init: () => [], apply: follow },
    props: {
      transformPastedHTML: (html) => {
        // What comes from this window is in our own shape.
        if (html.includes('data-pm-slice')) return html
        asked = { html, text: '', marks: [] }
        return ''
      },
      clipboardTextParser: (text, $context) => {
        asked = { html: null, text, marks: $context.marks() }
        return Slice.empty
      },
      handlePaste: take,
      handleDrop: (view, event) => {
        const pos = asked && view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
        if (pos == null) return false
        view.focus()
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))))
        return take(view, event)
      },
    },
  })
}

/** Whether the text may be changed now. */
const mayChange = (view: EditorView): boolean =>
  view.someProp('editable', (is) => (is(view.state) ? undefined : 'no')) !== 'no'

/** A paste as it goes in the text. */
type Read = Pasted & { blocks: Block[] }

const whole = (view: PasteView): Read => ({ ...view, fault: null })

/** The bare text: a paragraph for each line. */
function bare({ html, text }: Asked, fault: unknown): Read {
  const lines = (text || textOf(html ?? '')).split(/[\r\n]+/).map((line) => line.trim())
  const blocks = lines
    .filter((line) => line !== '')
    .map((text): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] }))
  return { blocks, notes: [], zonder: [], kwijt: [], fault }
}

/** The text of HTML, a line for each paragraph. Its styles are under another
 * name: a window with a strict policy would complain of each. */
function textOf(html: string): string {
  const spared = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-stijl='))
  const { body } = new DOMParser().parseFromString(
    spared.replace(/<(?:br|\/(?:p|div|li|tr|h[1-6]))\b/gi, '\n$&').replace(/<\/t[dh]\b/gi, ' $&'),
    'text/html',
  )
  for (const own of body.querySelectorAll('style, script, template')) own.remove()
  return body.textContent
}

/** Gives the footnotes labels that are free in the nota. */
function relabelled(read: Read, newLabel: () => string): Read {
  const labels = new Map(read.notes.map((note) => [note.label, newLabel()]))
  const renamed = (blocks: Block[]): Block[] =>
    JSON.parse(JSON.stringify(blocks), (_, own: { type?: string; label?: string } | null) =>
      own?.type === 'note' ? { ...own, label: labels.get(own.label ?? '') ?? own.label } : own,
    ) as Block[]
  for (const note of read.notes) {
    note.blocks = renamed(note.blocks)
    note.label = labels.get(note.label) ?? note.label
  }
  read.blocks = renamed(read.blocks)
  return read
}

/** Puts a paste at the place that was kept; who went on typing stays there. */
function insert(view: EditorView, id: number, { marks }: Asked, { blocks }: Read, event: Event): void {
  const caret = keep(view)
  const wasThere = view.state.selection
  goBack(view, id)
  const hasMoved = !view.state.selection.eq(wasThere)
  let slice = Slice.maxOpen(marked(blocksToDoc(blocks).content, marks), false)
  view.someProp('transformPasted', (change) => {
    slice = change(slice, view, false)
  })
  const handled = view.someProp('handlePaste', (handle) => handle(view, event as ClipboardEvent, slice))
  if (!handled) {
    const { tr } = view.state
    const one = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1
    const node = one ? slice.content.firstChild : null
    const put = node ? tr.replaceSelectionWith(node, false) : tr.replaceSelection(slice)
    view.dispatch(put.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  }
  if (hasMoved) goBack(view, caret)
  else view.dispatch(view.state.tr.setMeta(key, { drop: caret }))
}

/** Text without form is in the marks of where it comes. */
const marked = (content: Fragment, marks: readonly Mark[]): Fragment =>
  marks.length === 0
    ? content
    : Fragment.fromArray(
        content.content.map((node) => (node.isText ? node.mark(marks) : node.copy(marked(node.content, marks)))),
      )
