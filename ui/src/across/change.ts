// What is done to a selection over several sections: all of it in one step of
// undo, or none of it. The sections and their headings stay.
import type { MarkType, Node } from 'prosemirror-model'
import { Selection, type Transaction } from 'prosemirror-state'
import type { SectionEditor } from '../editor/section-editor'
import { mark } from '../editor/schema'
import { begin, groundIn, textSpans, withLinks, type Target } from '../editor/withhold'
import type { Across } from './across.svelte'
import { startOf, without, type Part } from './reach'

/** Changes each part; false when one of them may not be changed, and then none is. */
function carry(across: Across, group: string, change: (part: Part) => Transaction): boolean {
  const all = across.parts.map((part) => ({ editor: part.text.editor, tr: change(part) }))
  if (!all.every(({ editor, tr }) => editor.lets(tr))) return false
  across.ours(() => {
    for (const { editor, tr } of all) {
      if (!tr.docChanged) continue
      editor.flush()
      editor.view.dispatch(tr.setMeta('group', group))
      editor.flush()
    }
  })
  return true
}

/** Takes out what is selected, with the caret where it began; gives the section
 * there, or none where it may not be. */
export function remove(across: Across, group: string): SectionEditor | null {
  const [first] = across.parts
  if (!first || !carry(across, group, without)) return null
  across.end()
  const { editor } = first.text
  const { view } = editor
  view.focus()
  const { doc, tr } = view.state
  const at = Math.min(Math.max(first.from, startOf(doc)), doc.content.size)
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(at), first.fromStart ? 1 : -1)).scrollIntoView())
  return editor
}

/** Takes out what is selected, so that what comes now stands in its place: it
 * belongs to the same step. */
export function makeRoom(across: Across): SectionEditor | null {
  const group = across.newStep()
  const editor = remove(across, group)
  editor?.joins(group)
  return editor
}

const hasMark = ({ text, from, to }: Part, type: MarkType): boolean =>
  text.editor.view.state.doc.rangeHasMark(from, to, type)

/** Whether some of what is selected is so. */
export const isSome = (parts: Part[], name: 'sterk' | 'nadruk' | 'lak'): boolean =>
  parts.some((part) => hasMark(part, mark(name)))

/** Makes all of it bold or in italics, or none of it when some of it is. */
export function toggle(across: Across, name: 'sterk' | 'nadruk'): void {
  const type = mark(name)
  const isOff = isSome(across.parts, name)
  carry(across, across.newStep(), ({ text, from, to }) => {
    const { tr } = text.editor.view.state
    return isOff ? tr.removeMark(from, to, type) : tr.addMark(from, to, type.create())
  })
}

/** Says that all of it is in another language, or that it is Dutch when all of it
 * was so. */
export function toggleLanguage(across: Across, code: string): void {
  let isForeign = true
  for (const { text, from, to } of across.parts)
    text.editor.view.state.doc.nodesBetween(from, to, (node) => {
      if (node.isText && !mark('taal').isInSet(node.marks)) isForeign = false
    })
  carry(across, across.newStep(), ({ text, from, to }) => {
    const tr = text.editor.view.state.tr.removeMark(from, to, mark('taal'))
    return isForeign ? tr : tr.addMark(from, to, mark('taal').create({ code }))
  })
}

/** What would be withheld. */
export function targetOf({ parts }: Across): Target {
  const grounds = parts.map(({ text, ...span }) => groundIn(text.editor.view.state.doc, span))
  const words = parts.map(({ text, from, to }) => text.editor.view.state.doc.textBetween(from, to, ' '))
  return {
    grond: grounds.find((own) => own !== null) ?? null,
    scope: 'tekst',
    spans: [],
    block: null,
    begin: begin(words.join(' ')),
  }
}

/** The stretches of text of a part that lie in no withheld block. */
function openSpans({ text, from, to }: Part): { from: number; to: number }[] {
  const { doc } = text.editor.view.state
  const isInBlock = (pos: number): boolean => {
    const $pos = doc.resolve(pos)
    return Array.from({ length: $pos.depth }, (_, depth) => $pos.node(depth + 1)).some(isWithheldBlock)
  }
  return textSpans(doc, from, to).filter((span) => !isInBlock(span.from))
}

const isWithheldBlock = (node: Node): boolean => node.type.name === 'lakblok'

/** The withheld blocks of which all text is selected. What is withheld and not
 * selected is left as it is. */
function wholeBlocks({ text, from, to }: Part): { pos: number; node: Node }[] {
  const { doc } = text.editor.view.state
  const found: { pos: number; node: Node }[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!isWithheldBlock(node)) return
    const end = pos + node.nodeSize
    const before = from > pos ? doc.textBetween(pos, from) : ''
    const after = to < end ? doc.textBetween(to, end) : ''
    if (before === '' && after === '') found.push({ pos, node })
  })
  return found
}

/** Withholds all of it on a ground: the text as text, a block that is withheld on
 * that ground from now on. One goes on writing behind it. */
export function withhold(across: Across, grond: string): void {
  const done = carry(across, across.newStep(), (part) => {
    const { doc, tr } = part.text.editor.view.state
    for (const span of openSpans(part)) {
      const { from, to } = withLinks(doc, span)
      tr.addMark(from, to, mark('lak').create({ grond }))
    }
    for (const { pos } of wholeBlocks(part)) tr.setNodeMarkup(pos, null, { grond })
    return tr.setMeta('lak', true)
  })
  if (done) across.collapse('verder')
}

/** Makes all of it public again. */
export function makePublic(across: Across): void {
  carry(across, across.newStep(), (part) => {
    const { tr } = part.text.editor.view.state
    tr.removeMark(part.from, part.to, mark('lak'))
    // From the back, so that the positions before stay true.
    for (const { pos, node } of wholeBlocks(part).toReversed()) {
      const range = tr.doc.resolve(pos + 1).blockRange(tr.doc.resolve(pos + node.nodeSize - 1))
      if (range) tr.lift(range, 0)
    }
    return tr.setMeta('lak', true)
  })
  across.collapse('verder')
}
