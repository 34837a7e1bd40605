// Blocks as an outline that one can read and compare.
import type { Block, Inline } from '../src/wire'

/** Blocks as an outline that one can read. */
export function outline(blocks: Block[], indent = ''): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [`${indent}alinea: ${runs(block.inlines)}`]
      case 'heading':
        return [`${indent}tussenkop ${block.level}: ${runs(block.inlines)}`]
      case 'list':
        return [
          `${indent}${block.ordered ? `nummers vanaf ${block.start}` : 'opsomming'}`,
          ...block.items.flatMap((item) => outline(item.blocks, `${indent}  `)),
        ]
      case 'table':
        return [
          `${indent}tabel`,
          ...[block.head, ...block.rows].map(
            (row) => `${indent}  | ${row.map((cell) => runs(cell.inlines)).join(' | ')} |`,
          ),
        ]
      default:
        return [
          `${indent}${block.type === 'quote' ? 'citaat' : `lak ${block.grond}`}`,
          ...outline(block.blocks, `${indent}  `),
        ]
    }
  })
}
const runs = (inlines: Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'note') return `[^${inline.label}]`
      if (inline.type === 'break') return ' / '
      return (inline.marks ?? []).reduceRight(
        (text, mark) =>
          mark.type === 'sterk'
            ? `**${text}**`
            : mark.type === 'nadruk'
              ? `*${text}*`
              : mark.type === 'link'
                ? `[${text}](${mark.href})`
                : mark.type === 'taal'
                  ? `<${mark.code}: ${text}>`
                  : `{${mark.grond}: ${text}}`,
        inline.text,
      )
    })
    .join('')
