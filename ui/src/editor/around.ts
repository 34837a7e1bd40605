// What lies around the caret, in words: a list and its level, a table and the head
// of the column, a heading, a link, a footnote, what is withheld. WebKitGTK tells a
// screen reader only the lines of a text in which one writes, so we say the rest.
import type { Node, ResolvedPos } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import { TableMap } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { t } from '../teksten/nl'
import { mark, withheldOn } from './schema'

/** Something around the caret. */
export interface Around {
  /** What tells it from what was around the caret before. */
  key: string
  words: string
  /** What is said when the caret leaves it, when that is worth a word. */
  end: string | null
}

const w = t.voorlezen

/** What lies around the caret, from the outside in. */
export function aroundOf({ selection }: EditorState, noteAt: (pos: number) => string | null): Around[] {
  const { $head } = selection
  const found: Around[] = []
  let level = 0
  for (let depth = 1; depth <= $head.depth; depth++) {
    const node = $head.node(depth)
    const at = $head.before(depth)
    const name = node.type.name
    if (name === 'heading')
      found.push({ key: `kop ${at}`, words: w.tussenkop(node.attrs['level'] as number), end: w.uit.tussenkop })
    if (name === 'quote') found.push({ key: `citaat ${at}`, words: w.citaat, end: w.uit.citaat })
    if (name === 'lakblok') found.push({ ...withheld(node.attrs['grond']), key: `lak ${at}` })
    if (name === 'bullet' || name === 'ordered') {
      level += 1
      // Only the list that one is in itself: those around it were said on the way in.
      const words = name === 'bullet' ? w.opsomming(level) : w.nummering(level)
      found.push({ key: `lijst ${level} ${name}`, words, end: level === 1 ? w.uit.lijst : w.opsomming(level - 1) })
      found.push(itemOf($head, depth))
    }
    if (name === 'table') found.push(...cellOf($head, depth))
  }
  return [...found, ...marksOf($head), ...notesOf($head, noteAt)]
}

function itemOf($head: ResolvedPos, depth: number): Around {
  const list = $head.node(depth)
  const index = $head.index(depth)
  const first = list.type.name === 'ordered' ? (list.attrs['start'] as number) : 1
  const words = first === 1 ? w.punt(index + 1, list.childCount) : w.nummer(first + index)
  return { key: `punt ${$head.before(depth)} ${index}`, words, end: null }
}

/** The table, the row and the column, with what stands in the head of it. */
function cellOf($head: ResolvedPos, depth: number): Around[] {
  const table = $head.node(depth)
  const at = $head.before(depth)
  const { height, width } = TableMap.get(table)
  const row = $head.index(depth)
  const column = $head.depth > depth ? $head.index(depth + 1) : 0
  const head = table.firstChild?.maybeChild(column)
  const isHead = row === 0 && head?.type.name === 'header'
  const words = isHead ? w.kop(column + 1) : w.cel(column + 1, head?.type.name === 'header' ? head.textContent : '')
  return [
    { key: `tabel ${at}`, words: w.tabel(height, width), end: w.uit.tabel },
    { key: `rij ${at} ${row}`, words: w.rij(row + 1), end: null },
    { key: `kolom ${at} ${column} ${isHead}`, words, end: null },
  ]
}

const withheld = (ground: unknown): Omit<Around, 'key'> => ({
  words: withheldOn(String(ground)),
  end: w.uit.lak,
})

/** The link and what is withheld, as far as the caret is in it or before it. */
function marksOf($head: ResolvedPos): Around[] {
  const found: Around[] = []
  const own = $head.nodeAfter?.marks ?? []
  const lak = mark('lak').isInSet(own)
  if (lak) found.push({ ...withheld(lak.attrs['grond']), key: `lak ${String(lak.attrs['grond'])}` })
  const link = mark('link').isInSet(own)
  if (link) {
    const words = runOf($head, (node) => link.isInSet(node.marks))
    found.push({ key: `link ${String(link.attrs['href'])}`, words: w.link(words), end: w.uit.link })
  }
  return found
}

/** The text of the nodes around the caret for which something holds. */
function runOf($head: ResolvedPos, holds: (node: Node) => boolean): string {
  const { parent } = $head
  let from = $head.index()
  while (from > 0 && holds(parent.child(from - 1))) from -= 1
  let text = ''
  for (let at = from; at < parent.childCount && holds(parent.child(at)); at++) text += parent.child(at).textContent
  return text
}

/** A reference to a footnote that the caret is before or behind. */
function notesOf($head: ResolvedPos, noteAt: (pos: number) => string | null): Around[] {
  const places = [
    [$head.nodeAfter, $head.pos],
    [$head.nodeBefore, $head.pos - 1],
  ] as const
  for (const [node, pos] of places) {
    const name = node?.type.name === 'note' ? noteAt(pos) : null
    if (name !== null) return [{ key: `noot ${pos}`, words: name, end: null }]
  }
  return []
}

/** The text itself: who comes in it by a key hears of the caret, and not always
 * where that is. */
function nameOf({ dom }: EditorView): Around {
  const heading = document.getElementById(dom.getAttribute('aria-labelledby') ?? '')
  const words = heading?.textContent ?? dom.getAttribute('aria-label') ?? ''
  return { key: 'tekst', words: words.trim(), end: null }
}

/** What is new around the caret, and what it left; nothing when all is as before. */
export function saidOf(before: Around[], now: Around[]): string {
  const has = (list: Around[], { key }: Around): boolean => list.some((own) => own.key === key)
  const ends = before.filter((own) => own.end !== null && !has(now, own)).map((own) => own.end)
  const begins = now.filter((own) => !has(before, own))
  // What begins says that something else ended. Of one thing in another it is the
  // outer one that ended.
  const isElsewhere = begins.some((own) => own.end !== null)
  return [...(isElsewhere ? [] : ends.slice(0, 1)), ...begins.map((own) => own.words)].join(', ')
}

/** So many milliseconds after the last step: first what was typed or read is said. */
const PAUSE = 150

/** Says what comes around the caret while the text has the focus. */
export function aroundPlugin(say: (words: string) => void): Plugin {
  let before: Around[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (view: EditorView): void => {
    if (!view.hasFocus()) return
    const noteAt = (pos: number): string | null => {
      const dom = view.nodeDOM(pos)
      return dom instanceof Element ? dom.getAttribute('aria-label') : null
    }
    const now = [nameOf(view), ...aroundOf(view.state, noteAt)]
    const words = saidOf(before, now)
    before = now
    if (words !== '') say(words)
  }
  const lookSoon = (view: EditorView): void => {
    clearTimeout(timer)
    timer = setTimeout(() => look(view), PAUSE)
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus: (view) => {
          before = []
          lookSoon(view)
        },
      },
    },
    view: () => ({
      update: (view, { selection, doc }) => {
        const { state } = view
        if (view.hasFocus() && !(state.selection.eq(selection) && state.doc === doc)) lookSoon(view)
      },
      destroy: () => clearTimeout(timer),
    }),
  })
}
