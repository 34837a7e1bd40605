// The documents of the editor: one to one with the engine's Block and Inline,
// so that nothing is lost on the way there or back. One schema for all
// sections: a file may hold what its template does not allow, and keeps it.
import { DOMSerializer, Schema, type Attrs, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model'
import { placeholder } from '../nota/grond'
import { t } from '../teksten/nl'
import { gronden } from '../wire'

const cell = {
  content: 'paragraph',
  isolating: true,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, align: { default: 'none' } },
}

const cellAttrs = (dom: HTMLElement): Attrs => ({ align: dom.dataset['align'] ?? 'none' })
const cellDOM = (node: Node): Record<string, string> =>
  node.attrs['align'] === 'none' ? {} : { 'data-align': String(node.attrs['align']) }

/** That a text is withheld, and on which ground. */
export const withheldOn = (grond: string): string =>
  t.openbaar.gelaktOp(gronden.find((own) => own.code === grond)?.omschrijving ?? null, grond)

/** What is withheld names its ground, and what comes in its place. */
const lakDOM = (grond: string): Record<string, string> => ({
  'data-lak': grond,
  'data-plaats': placeholder(grond),
  title: withheldOn(grond),
})

const nodes: Record<string, NodeSpec> = {
  doc: { content: '(block | lakblok)+' },
  paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { level: { default: 3 } },
    parseDOM: [
      ...[1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level: 3 } })),
      ...[4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    ],
    toDOM: (node) => [`h${node.attrs['level']}`, 0],
  },
  bullet: { group: 'block', content: 'item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  ordered: {
    group: 'block',
    content: 'item+',
    attrs: { start: { default: 1 } },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: Number(dom.getAttribute('start') ?? 1) || 1 }) }],
    toDOM: (node) => ['ol', node.attrs['start'] === 1 ? {} : { start: String(node.attrs['start']) }, 0],
  },
  item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  table: {
    group: 'block',
    content: 'row+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  row: { content: '(header | cell)*', tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  cell: {
    ...cell,
    tableRole: 'cell',
    parseDOM: [{ tag: 'td', getAttrs: cellAttrs }],
    toDOM: (node) => ['td', cellDOM(node), 0],
  },
  header: {
    ...cell,
    tableRole: 'header_cell',
    parseDOM: [{ tag: 'th', getAttrs: cellAttrs }],
    toDOM: (node) => ['th', { ...cellDOM(node), scope: 'col' }, 0],
  },
  quote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  lakblok: {
    content: 'block+',
    defining: true,
    attrs: { grond: { default: '' } },
    parseDOM: [{ tag: 'div[data-lak]', getAttrs: (dom) => ({ grond: dom.dataset['lak'] ?? '' }) }],
    toDOM: (node) => [
      'div',
      { class: 'lak-blok', ...lakDOM(String(node.attrs['grond'])) },
      ['div', { class: 'lak-tekst' }, 0],
    ],
  },
  text: { group: 'inline' },
  note: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { label: {} },
    parseDOM: [{ tag: 'sup[data-noot]', getAttrs: (dom) => ({ label: dom.dataset['noot'] ?? '' }) }],
    toDOM: (node) => ['sup', { class: 'noot', 'data-noot': String(node.attrs['label']) }],
  },
  break: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
}

// The order is that of the engine: from the outside in.
const marks: Record<string, MarkSpec> = {
  lak: {
    attrs: { grond: { default: '' } },
    inclusive: false,
    parseDOM: [{ tag: 'span[data-lak]', getAttrs: (dom) => ({ grond: dom.dataset['lak'] ?? '' }) }],
    toDOM: (mark) => [
      'span',
      { class: 'lak', ...lakDOM(String(mark.attrs['grond'])) },
      ['span', { class: 'lak-tekst' }, 0],
    ],
  },
  taal: {
    attrs: { code: { default: 'en' } },
    inclusive: true,
    // Other programs say a language of all text, often a wrong one.
    parseDOM: [{ tag: 'span[data-taal]', getAttrs: (dom) => ({ code: dom.dataset['taal'] ?? 'en' }) }],
    toDOM: (mark) => {
      const code = String(mark.attrs['code'])
      return ['span', { class: 'anderstalig', lang: code, 'data-taal': code, title: t.taal.isTaal(code) }, 0]
    },
  },
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom) => (isAddress(dom.getAttribute('href') ?? '') ? { href: dom.getAttribute('href') } : false),
      },
    ],
    // No href: a click places the caret, and nothing is ever followed. No title
    // either: it would be read out, and copied, where the address is withheld.
    toDOM: () => ['a', { class: 'link' }, 0],
  },
  sterk: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
    toDOM: () => ['strong', 0],
  },
  nadruk: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }],
    toDOM: () => ['em', 0],
  },
}

/** Writes the clipboard: there a link has its address. */
export const clipboardSerializer = (): DOMSerializer =>
  new DOMSerializer(DOMSerializer.nodesFromSchema(schema), {
    ...DOMSerializer.marksFromSchema(schema),
    link: (own) => ['a', { href: String(own.attrs['href']) }, 0],
  })

/** Whether an address is of a kind that a nota may link to. */
export const isAddress = (href: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(href)

/** The schema of a section's body. */
export const schema = new Schema({ nodes, marks })

/** A node type that is surely there. */
export const type = (name: string) => {
  const found = schema.nodes[name]
  if (!found) throw new Error(`no node type ${name}`)
  return found
}

/** A mark type that is surely there. */
export const mark = (name: 'lak' | 'taal' | 'link' | 'sterk' | 'nadruk') => {
  const found = schema.marks[name]
  if (!found) throw new Error(`no mark type ${name}`)
  return found
}
