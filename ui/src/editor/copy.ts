// What leaves the text while it is shown as it becomes public: the clipboard
// and what is dragged hold the same words as the public version. The rules are
// those of the engine (`nota-public`): a stretch of withheld runs on one ground
// is one placeholder, and a link of which a part is withheld has no address.
import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model'
import { placeholder } from '../nota/grond'
import type { Block, Inline } from '../wire'
import { mark, schema, type } from './schema'

/** What copying has to know of the whole nota. */
export interface Surroundings {
  /** Addresses of links of which some part is withheld somewhere. */
  hidden: Set<string>
  /** The numbers that footnotes have in the public version, by label. */
  numbers: Map<string, number>
}

/** A text of the nota, as far as copying is about it. */
interface Body {
  alleen_intern: boolean
  blocks: Block[]
}

/** Reads from the nota what copying has to know. */
export function surroundings(bodies: Body[], notes: { label: string; blocks: Block[] }[]): Surroundings {
  const hidden = new Set<string>()
  const numbers = new Map<string, number>()
  const waiting: { blocks: Block[]; withheld: boolean }[] = bodies.map((own) => ({
    blocks: own.blocks,
    withheld: own.alleen_intern,
  }))
  const known = new Map(notes.map((own) => [own.label, own]))
  // A footnote is met where public text refers to it, so these come after.
  for (let body = waiting.shift(); body; body = waiting.shift()) {
    const { withheld } = body
    for (const [inline, inside] of inlinesOf(body.blocks)) {
      const marks = inline.marks ?? []
      const isHidden = withheld || inside || marks.some((own) => own.type === 'lak')
      if (isHidden) for (const own of marks) if (own.type === 'link') hidden.add(own.href)
      if (inline.type !== 'note' || isHidden || numbers.has(inline.label)) continue
      const note = known.get(inline.label)
      if (!note) continue
      numbers.set(inline.label, numbers.size + 1)
      waiting.push({ blocks: note.blocks, withheld: false })
    }
  }
  // What only withheld text refers to is withheld with its addresses.
  for (const own of notes)
    if (!numbers.has(own.label))
      for (const [inline] of inlinesOf(own.blocks))
        for (const one of inline.marks ?? []) if (one.type === 'link') hidden.add(one.href)
  return { hidden, numbers }
}

/** All runs, each with whether it stands in a withheld block. */
function* inlinesOf(blocks: Block[], inside = false): Generator<[Inline, boolean]> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        for (const inline of block.inlines) yield [inline, inside]
        break
      case 'list':
        for (const item of block.items) yield* inlinesOf(item.blocks, inside)
        break
      case 'table':
        for (const row of [block.head, ...block.rows])
          for (const cell of row) for (const inline of cell.inlines) yield [inline, inside]
        break
      case 'quote':
        yield* inlinesOf(block.blocks, inside)
        break
      case 'lak':
        yield* inlinesOf(block.blocks, true)
    }
  }
}

/** A slice of the text as everyone may read it. */
export function publicSlice(slice: Slice, around: Surroundings): Slice {
  const { content, openStart, openEnd } = slice
  const open = (node: Node | null, depth: number): number =>
    node?.type.name === 'lakblok' ? Math.min(depth, 1) : depth
  return new Slice(
    publicContent(content, around),
    open(content.firstChild, openStart),
    open(content.lastChild, openEnd),
  )
}

function publicContent(content: Fragment, around: Surroundings): Fragment {
  if (content.firstChild?.isInline) return runs(content, around)
  const out: Node[] = []
  let last: string | null = null
  content.forEach((node) => {
    if (node.type.name !== 'lakblok') {
      out.push(node.copy(publicContent(node.content, around)))
      last = null
      return
    }
    const own = placeholder(String(node.attrs['grond']))
    if (own !== last) out.push(type('paragraph').create(null, schema.text(own)))
    last = own
  })
  return Fragment.fromArray(out)
}

/** Running text: each stretch of withheld runs becomes one placeholder, also
 * when only blanks stand between them. */
function runs(content: Fragment, around: Surroundings): Fragment {
  const out: Node[] = []
  let blanks: Node[] = []
  let open: string | null = null
  content.forEach((node) => {
    const lak = mark('lak').isInSet(node.marks)
    if (lak) {
      const own = placeholder(String(lak.attrs['grond']))
      if (own !== open) out.push(...blanks, schema.text(own))
      blanks = []
      open = own
    } else if (open !== null && node.isText && /^\s*$/.test(node.text ?? '')) blanks.push(node)
    else {
      open = null
      out.push(...blanks, ...run(node, around))
      blanks = []
    }
  })
  return Fragment.fromArray([...out, ...blanks])
}

/** A run that may be read: its link only with an address that may be read, and
 * a footnote as its number, because its label is internal. */
function run(node: Node, { hidden, numbers }: Surroundings): Node[] {
  const marks = node.marks.filter((own) => !isHidden(own, hidden))
  if (node.type.name !== 'note') return [node.mark(marks)]
  const number = numbers.get(String(node.attrs['label']))
  return number === undefined ? [] : [schema.text(raised(number), marks)]
}

const isHidden = (own: Mark, hidden: Set<string>): boolean =>
  own.type === mark('link') && hidden.has(String(own.attrs['href']))

const raised = (number: number): string =>
  [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit).join('')
