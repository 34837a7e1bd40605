// The engine's blocks as a document of the editor, and back.
import { Fragment, type Mark as PmMark, type Node } from 'prosemirror-model'
import { endsInTable, hasRoomBelow } from './beside-table'
import type { Align, Block, Cell, Inline, Mark } from '../wire'
import { mark, schema, type } from './schema'

/** The document of a body; an empty body is one empty paragraph, and below a table
 * is one to go on in. */
export function blocksToDoc(blocks: Block[]): Node {
  const nodes = blocks.map(blockToNode)
  const last = nodes.at(-1)
  return type('doc').create(null, !last || endsInTable(last) ? [...nodes, type('paragraph').create()] : nodes)
}

/** The body of a document; one empty paragraph is an empty body. */
export function docToBlocks(doc: Node): Block[] {
  if (doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.childCount === 0) return []
  return (hasRoomBelow(doc) ? children(doc).slice(0, -1) : children(doc)).map(nodeToBlock)
}

const children = (node: Node): Node[] => [...node.content.content]
const filled = (blocks: Block[]): Node[] => (blocks.length ? blocks.map(blockToNode) : [type('paragraph').create()])

function blockToNode(block: Block): Node {
  switch (block.type) {
    case 'paragraph':
      return type('paragraph').create(null, inlinesToNodes(block.inlines))
    case 'heading':
      return type('heading').create({ level: block.level }, inlinesToNodes(block.inlines))
    case 'list': {
      const items = block.items.map((item) => type('item').create(null, filled(item.blocks)))
      return block.ordered ? type('ordered').create({ start: block.start }, items) : type('bullet').create(null, items)
    }
    case 'table': {
      const row = (cells: Cell[], kind: string): Node =>
        type('row').create(
          null,
          cells.map((cell, column) =>
            type(kind).create(
              { align: block.align[column] ?? 'none' },
              type('paragraph').create(null, inlinesToNodes(cell.inlines)),
            ),
          ),
        )
      return type('table').create(null, [row(block.head, 'header'), ...block.rows.map((cells) => row(cells, 'cell'))])
    }
    case 'quote':
      return type('quote').create(null, filled(block.blocks))
    case 'lak':
      return type('lakblok').create({ grond: block.grond }, filled(block.blocks))
  }
}

function nodeToBlock(node: Node): Block {
  const blocks = (): Block[] => children(node).map(nodeToBlock)
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', level: Number(node.attrs['level']), inlines: nodesToInlines(node) }
    case 'bullet':
    case 'ordered':
      return {
        type: 'list',
        ordered: node.type.name === 'ordered',
        start: node.type.name === 'ordered' ? Number(node.attrs['start']) : 1,
        items: children(node).map((item) => ({ blocks: children(item).map(nodeToBlock) })),
      }
    case 'table':
      return tableToBlock(node)
    case 'quote':
      return { type: 'quote', blocks: blocks() }
    case 'lakblok':
      return { type: 'lak', grond: String(node.attrs['grond']), blocks: blocks() }
    default:
      return { type: 'paragraph', inlines: nodesToInlines(node) }
  }
}

function tableToBlock(table: Node): Block {
  const width = Math.max(...children(table).map((row) => row.childCount))
  const rows = children(table).map((row) =>
    Array.from({ length: width }, (_, column): Cell => {
      const cell = column < row.childCount ? row.child(column) : null
      return { inlines: cell?.firstChild ? nodesToInlines(cell.firstChild) : [] }
    }),
  )
  const first = table.firstChild
  const align = Array.from({ length: width }, (_, column) =>
    first && column < first.childCount ? (first.child(column).attrs['align'] as Align) : 'none',
  )
  return { type: 'table', align, head: rows[0] ?? [], rows: rows.slice(1) }
}

function inlinesToNodes(inlines: Inline[]): Fragment {
  return Fragment.fromArray(
    inlines.flatMap((inline) => {
      const marks = (inline.marks ?? []).map(toMark)
      if (inline.type === 'text') return inline.text === '' ? [] : [schema.text(inline.text, marks)]
      return [
        inline.type === 'note'
          ? type('note').create({ label: inline.label }, null, marks)
          : type('break').create(null, null, marks),
      ]
    }),
  )
}

function nodesToInlines(parent: Node): Inline[] {
  return children(parent).map((node): Inline => {
    const marks = node.marks.map(fromMark)
    const own = marks.length ? { marks } : {}
    if (node.isText) return { type: 'text', text: node.text ?? '', ...own }
    return node.type.name === 'note'
      ? { type: 'note', label: String(node.attrs['label']), ...own }
      : { type: 'break', ...own }
  })
}

function toMark(own: Mark): PmMark {
  if (own.type === 'lak') return mark('lak').create({ grond: own.grond })
  if (own.type === 'taal') return mark('taal').create({ code: own.code })
  if (own.type === 'link') return mark('link').create({ href: own.href })
  return mark(own.type).create()
}

function fromMark(own: PmMark): Mark {
  const name = own.type.name as Mark['type']
  if (name === 'lak') return { type: 'lak', grond: String(own.attrs['grond']) }
  if (name === 'taal') return { type: 'taal', code: String(own.attrs['code']) }
  if (name === 'link') return { type: 'link', href: String(own.attrs['href']) }
  return { type: name }
}
