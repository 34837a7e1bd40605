// The engine's JSON survives the way through the editor, for every kind of
// block; and places in it are found again.
import { describe, expect, it } from 'vitest'
import { blocksToDoc, docToBlocks } from '../src/editor/json'
import { placeToSpan, spanToPlace } from '../src/editor/places'
import type { Block, Inline } from '../src/wire'

const text = (value: string): Inline[] => [{ type: 'text', text: value }]
const paragraph = (value: string): Block => ({ type: 'paragraph', inlines: text(value) })

const all: Block[] = [
  { type: 'heading', level: 4, inlines: text('Kop') },
  {
    type: 'paragraph',
    inlines: [
      { type: 'text', text: 'Gewoon ' },
      {
        type: 'text',
        text: 'alles',
        marks: [
          { type: 'lak', grond: '5.1.2e' },
          { type: 'link', href: 'https://rijksoverheid.nl' },
          { type: 'sterk' },
          { type: 'nadruk' },
        ],
      },
      { type: 'note', label: 'a1' },
      { type: 'break' },
      { type: 'text', text: 'vèrder 🙂' },
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      {
        blocks: [
          paragraph('een'),
          { type: 'list', ordered: false, start: 1, items: [{ blocks: [paragraph('diep')] }] },
        ],
      },
      { blocks: [{ type: 'quote', blocks: [paragraph('citaat')] }] },
    ],
  },
  {
    type: 'table',
    align: ['none', 'right'],
    head: [{ inlines: text('A') }, { inlines: [] }],
    rows: [[{ inlines: text('1') }, { inlines: text('2') }]],
  },
  { type: 'quote', blocks: [paragraph('geciteerd')] },
  { type: 'lak', grond: '5.2', blocks: [paragraph('geheim')] },
  { type: 'paragraph', inlines: [] },
]

describe('the engine’s blocks', () => {
  it('come back as they went', () => {
    expect(docToBlocks(blocksToDoc(all))).toEqual(all)
  })
  it('of an empty body are none', () => {
    expect(docToBlocks(blocksToDoc([]))).toEqual([])
  })
  it.each<[path: number[], start: number, end: number, found: string]>([
    [[0], 0, 3, 'Kop'],
    [[1], 7, 12, 'alles'],
    [[1], 13, 19, 'vèrder'],
    [[1], 20, 21, '🙂'],
    [[2, 0, 1, 0, 0], 1, 4, 'iep'],
    [[2, 1, 0, 0], 0, 6, 'citaat'],
    [[3, 0, 0], 0, 1, 'A'],
    [[3, 1, 1], 0, 1, '2'],
    [[5, 0], 0, 6, 'geheim'],
  ])('at %j from %i to %i say %s', (path, start, end, found) => {
    const doc = blocksToDoc(all)
    const span = placeToSpan(doc, path, { start, end })
    expect(span && doc.textBetween(span.from, span.to)).toBe(found)
    expect(span && spanToPlace(doc.resolve(span.from), span.to)).toEqual({ path, range: { start, end } })
  })
  it('have no place where there is no block', () => {
    expect(placeToSpan(blocksToDoc(all), [9, 1], null)).toBeNull()
  })
})
