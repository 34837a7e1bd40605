// What a template allows in a section, and how text takes the shape of what
// is allowed without losing a word.
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { schema, type } from './schema'

/** The kinds of block of a template. */
export type BlockName = 'alinea' | 'tussenkop' | 'opsomming' | 'tabel' | 'citaat'

const all: BlockName[] = ['alinea', 'tussenkop', 'opsomming', 'tabel', 'citaat']

/** The kinds that are allowed, by the list of a section. */
export const allowedBlocks = (blokken: string[]): Set<BlockName> =>
  new Set(blokken.length === 0 ? all : all.filter((name) => blokken.includes(name)))

const names: Record<string, BlockName> = {
  heading: 'tussenkop',
  bullet: 'opsomming',
  ordered: 'opsomming',
  table: 'tabel',
  quote: 'citaat',
}

/** A slice with only what is allowed: the rest becomes paragraphs. */
export function restrict(slice: Slice, allowed: Set<BlockName>): Slice {
  let changed = false
  const node = (own: Node): Node[] => {
    const name = names[own.type.name]
    if (!name || allowed.has(name)) return [own.isTextblock || own.isLeaf ? own : own.copy(fragment(own.content))]
    changed = true
    return lift(own)
  }
  const fragment = (content: Fragment): Fragment => Fragment.fromArray(content.content.flatMap(node))
  const content = fragment(slice.content)
  return changed ? Slice.maxOpen(content) : slice
}

function lift(node: Node): Node[] {
  if (node.isTextblock) return [type('paragraph').create(null, node.content)]
  if (node.type.name === 'row') {
    let content = Fragment.empty
    node.forEach((cell, _, index) => {
      if (index > 0) content = content.append(Fragment.from(schema.text(' | ')))
      content = content.append(cell.firstChild?.content ?? Fragment.empty)
    })
    return [type('paragraph').create(null, content)]
  }
  return node.content.content.flatMap(lift)
}

/** A slice as one stretch of running text, as a cell of a table holds it: the
 * blocks behind each other with a space between. Rows stay rows. */
export function flatten(slice: Slice): Slice {
  let content = Fragment.empty
  let rows = false
  slice.content.descendants((node) => {
    rows ||= node.type.name === 'row'
    if (!node.isTextblock) return true
    if (content.size > 0 && node.content.size > 0) content = content.append(Fragment.from(schema.text(' ')))
    // A cell has no line ends.
    content = content.append(
      Fragment.fromArray(node.content.content.map((own) => (own.type.name === 'break' ? schema.text(' ') : own))),
    )
    return false
  })
  return rows || content.size === 0 ? slice : new Slice(Fragment.from(type('paragraph').create(null, content)), 1, 1)
}
