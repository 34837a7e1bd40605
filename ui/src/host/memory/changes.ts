// Carries out changes on the memory host's nota, as the engine does on its own.
import type { Block, Change, Inline, NoteView, Place, SectionRef, SectionView, Value } from '../../wire'
import { markRuns, setLakken } from './openbaar'

/** The part of a nota that changes. */
export interface Content {
  fields: Record<string, Value>
  /** The sections that are used, in the order of the nota. */
  sections: { key: string | null; number: string | null; title: string; level: number; blocks: Block[] }[]
  notes: NoteView[]
}

/** The nota after a change; the nota itself stays as it is. */
export function applyChange(content: Content, change: Change): Content {
  switch (change.type) {
    case 'all':
      return change.changes.reduce(applyChange, content)
    case 'setField':
      return { ...content, fields: { ...content.fields, [change.path]: change.value } }
    case 'removeField': {
      const fields = { ...content.fields }
      delete fields[change.key]
      return { ...content, fields }
    }
    case 'setBody':
      return onSection(content, change.section, (own) => ({ ...own, blocks: change.blocks }))
    case 'setHeading':
      return onSection(content, change.section, (own) => ({ ...own, number: change.number, title: change.title }))
    case 'addSection': {
      const { key, number, title, level, index } = change
      return { ...content, sections: content.sections.toSpliced(index, 0, { key, number, title, level, blocks: [] }) }
    }
    case 'removeSection':
      return { ...content, sections: content.sections.toSpliced(position(content, change.section), 1) }
    case 'moveSection': {
      const from = position(content, change.section)
      const moved = content.sections[from]
      return moved
        ? { ...content, sections: content.sections.toSpliced(from, 1).toSpliced(change.index, 0, moved) }
        : content
    }
    case 'setNote': {
      const note = { label: change.label, blocks: change.blocks }
      const at = content.notes.findIndex((own) => own.label === change.label)
      return { ...content, notes: at < 0 ? [...content.notes, note] : content.notes.with(at, note) }
    }
    case 'removeNote':
      return { ...content, notes: content.notes.filter((own) => own.label !== change.label) }
    case 'replaceText':
      return replaceText(content, change.place, change.text)
    case 'setLak':
      return setLak(content, change.place, change.grond)
    case 'movePreamble':
      // The notas in memory have none.
      return content
  }
}

function position(content: Content, section: SectionRef): number {
  const at = typeof section === 'number' ? section : content.sections.findIndex((own) => own.key === section)
  if (!content.sections[at]) throw { code: 'no-such-section', message: 'Die sectie staat niet meer in de nota.' }
  return at
}

function onSection(
  content: Content,
  section: SectionRef,
  alter: (own: Content['sections'][0]) => Content['sections'][0],
): Content {
  const at = position(content, section)
  const own = content.sections[at]
  return own ? { ...content, sections: content.sections.with(at, alter(own)) } : content
}

function replaceText(content: Content, place: Place, text: string): Content {
  const { range, index, path } = place
  if (!range || index === null) return content
  return onSection(content, index, (own) => {
    const blocks = structuredClone(own.blocks)
    const inlines = inlinesAt(blocks, path)
    if (inlines) splice(inlines, range.start, range.end, text)
    return { ...own, blocks }
  })
}

/** The running text at a path, as in the engine. */
export function inlinesAt(blocks: Block[], path: number[]): Inline[] | null {
  const [first, ...rest] = path
  const block = blocks[first ?? -1]
  if (!block) return null
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.inlines
    case 'list':
      return inlinesAt(block.items[rest[0] ?? -1]?.blocks ?? [], rest.slice(1))
    case 'table':
      return (rest[0] === 0 ? block.head : block.rows[(rest[0] ?? 0) - 1])?.[rest[1] ?? -1]?.inlines ?? null
    default:
      return inlinesAt(block.blocks, rest)
  }
}

function setLak(content: Content, { field, index, path, range }: Place, grond: string | null): Content {
  if (field !== null) return setLakken(content, field.split(/[[.]/)[0] ?? field, grond)
  if (!range || index === null) return content
  return onSection(content, index, (own) => {
    const blocks = structuredClone(own.blocks)
    const inlines = inlinesAt(blocks, path)
    inlines?.splice(0, inlines.length, ...markRuns(inlines, range.start, range.end, grond))
    return { ...own, blocks }
  })
}

function splice(inlines: Inline[], start: number, end: number, text: string): void {
  let at = 0
  let rest: string | null = text
  for (const inline of inlines) {
    if (inline.type !== 'text') continue
    const chars = [...inline.text]
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, chars.length)]
    at += chars.length
    if (from >= chars.length || to < from) continue
    inline.text = chars.slice(0, from).join('') + (rest ?? '') + chars.slice(to).join('')
    rest = null
  }
}

/** The number of words in a text. */
export const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** All running texts of blocks with their paths. */
export function* texts(
  blocks: Block[],
  base: number[] = [],
): Generator<{ path: number[]; text: string; heading: boolean }> {
  for (const [index, block] of blocks.entries()) {
    const path = [...base, index]
    if (block.type === 'paragraph' || block.type === 'heading')
      yield { path, text: plain(block.inlines), heading: block.type === 'heading' }
    else if (block.type === 'list')
      for (const [item, own] of block.items.entries()) yield* texts(own.blocks, [...path, item])
    else if (block.type === 'table')
      for (const [row, cells] of [block.head, ...block.rows].entries())
        for (const [column, cell] of cells.entries())
          yield { path: [...path, row, column], text: plain(cell.inlines), heading: false }
    else yield* texts(block.blocks, path)
  }
}

const plain = (inlines: Inline[]): string =>
  inlines.map((run) => (run.type === 'text' ? run.text : run.type === 'break' ? '\n' : '')).join('')

/** Whether a body says nothing. */
export const isBlank = (blocks: Block[]): boolean => [...texts(blocks)].every(({ text }) => text.trim() === '')

/** The template's sections with what the nota has of them. */
export function viewSections(content: Content, spec: SectionView[]): SectionView[] {
  return spec.map((own) => {
    const index = content.sections.findIndex((section) => section.key === own.sleutel)
    const section = content.sections[index]
    if (!section) return own
    const parts = content.sections.filter((other) =>
      spec.some((view) => view.sleutel === other.key && view.onderdeel_van === own.sleutel),
    )
    const staat = [section, ...parts].every((part) => isBlank(part.blocks)) ? 'leeg' : 'gevuld'
    return { ...own, index, titel: section.title, blocks: section.blocks, staat }
  })
}
