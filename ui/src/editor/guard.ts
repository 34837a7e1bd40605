// What is withheld stays withheld, whatever is done to the text around it:
// joined, lifted, pasted, typed over. Only the commands for it make text
// public.
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import type { Span } from './places'
import { mark } from './schema'
import { bare, marked } from './withhold'

/** A stretch of withheld text. */
interface Withheld extends Span {
  grond: string
}

/** All withheld stretches, also those in withheld blocks. */
function withheldIn(doc: Node): Withheld[] {
  const found: Withheld[] = []
  doc.descendants((node, pos, parent) => {
    if (node.type.name === 'lakblok') {
      node.descendants((inner, at) => {
        const from = pos + 1 + at + 1
        if (inner.isTextblock && inner.content.size > 0)
          found.push({ from, to: from + inner.content.size, grond: String(node.attrs['grond']) })
        return !inner.isTextblock
      })
      return false
    }
    const own = node.isInline && parent?.isTextblock ? mark('lak').isInSet(node.marks) : undefined
    if (!own) return true
    const last = found.at(-1)
    const grond = String(own.attrs['grond'])
    if (last && last.to === pos && last.grond === grond) last.to = pos + node.nodeSize
    else found.push({ from: pos, to: pos + node.nodeSize, grond })
    return true
  })
  return found
}

/** Whether a transaction may make text public: the commands for it, and what
 * comes from the host, such as undo. */
const isAsked = (tr: Transaction): boolean => Boolean(tr.getMeta('lak') ?? tr.getMeta('host'))

/** Where a stretch is after some steps. Text that replaces all of it, or its
 * start or end, belongs to it; text typed beside it does not. */
function mapped({ from, to }: Span, mapping: Mapping): Span & { replaced: boolean } {
  const start = mapping.mapResult(from, -1)
  const end = mapping.mapResult(to, 1)
  const replacedStart = start.deletedAfter && !start.deletedBefore
  const replacedEnd = end.deletedBefore && !end.deletedAfter
  return {
    from: replacedStart ? start.pos : mapping.map(from, 1),
    to: replacedEnd ? end.pos : mapping.map(to, -1),
    replaced: replacedEnd,
  }
}

/** What must be marked again after some transactions. */
function mend(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  if (!transactions.some((tr) => tr.docChanged) || transactions.some(isAsked)) return null
  const mapping = new Mapping()
  for (const tr of transactions) mapping.appendMapping(tr.mapping)
  const tr = after.tr
  // Who types over the end of it goes on in it, until the caret moves.
  let goesOn = before.storedMarks?.find((own) => own.type === mark('lak')) ?? null
  for (const own of withheldIn(before.doc)) {
    const { from, to, replaced } = mapped(own, mapping)
    if (from >= to) continue
    after.doc.nodesBetween(from, to, (node, pos, parent) => {
      if (node.type.name === 'lakblok') return false
      if (node.isInline && parent?.isTextblock && !mark('lak').isInSet(node.marks))
        tr.addMark(Math.max(from, pos), Math.min(to, pos + node.nodeSize), mark('lak').create({ grond: own.grond }))
      return true
    })
    if (replaced && after.selection.empty && after.selection.from === to)
      goesOn = mark('lak').create({ grond: own.grond })
  }
  unnest(tr)
  if (goesOn && after.selection.empty) tr.addStoredMark(goesOn)
  return tr.docChanged || goesOn ? tr : null
}

/** Takes marks out of withheld blocks: marks do not nest. */
function unnest(tr: Transaction): void {
  tr.doc.descendants((node, pos) => {
    if (node.type.name !== 'lakblok') return node.type.name === 'doc'
    if (tr.doc.rangeHasMark(pos, pos + node.nodeSize, mark('lak'))) tr.removeMark(pos, pos + node.nodeSize, mark('lak'))
    return false
  })
}

/** What is withheld, as texts. */
const texts = (doc: Node): string[] =>
  withheldIn(doc).map(({ from, to, grond }) => `${grond} ${doc.textBetween(from, to, '\n', '\ufffc')}`)

/** The plugin. While the text is shown as it becomes public, what is withheld
 * cannot be changed: one does not see it. */
export const withheldGuard = (asPublic: () => boolean): Plugin =>
  new Plugin({
    filterTransaction: (tr, state) =>
      !tr.docChanged || isAsked(tr) || !asPublic() || same(texts(state.doc), texts(tr.doc)),
    appendTransaction: mend,
  })

const same = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index])

/** A slice as it can be put at a place: a withheld block of which only a part
 * was taken, or that comes where none can stand, is withheld text. */
export function keepWithheld(slice: Slice, atTop: boolean): Slice {
  const { content, openStart, openEnd } = slice
  if (!has(content)) return slice
  const last = content.childCount - 1
  let [start, end] = [openStart, openEnd]
  const nodes: Node[] = []
  content.forEach((node, _, index) => {
    const open = (index === 0 && openStart > 0) || (index === last && openEnd > 0)
    if (node.type.name !== 'lakblok' || (atTop && !open)) {
      nodes.push(node)
      return
    }
    if (index === 0) start = Math.max(0, openStart - 1)
    if (index === last) end = Math.max(0, openEnd - 1)
    const inside = Fragment.fromArray(node.content.content.map(bare))
    nodes.push(...marked(inside, String(node.attrs['grond'])).content)
  })
  return new Slice(Fragment.fromArray(nodes), start, end)
}

const has = (content: Fragment): boolean => content.content.some((node) => node.type.name === 'lakblok')
