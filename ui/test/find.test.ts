// Finding text.
import { expect, it } from 'vitest'
import { findInDoc, findInText } from '../src/editor/find'
import { blocksToDoc } from '../src/editor/json'
import { textsOf, withText } from '../src/form/value'

it('finds without regard to case, and with', () => {
  expect(findInText('Kamer en kamer', { text: 'kamer', exact: false, whole: false })).toHaveLength(2)
  expect(findInText('Kamer en kamer', { text: 'kamer', exact: true, whole: false })).toEqual([{ from: 9, to: 14 }])
})
it('finds whole words only when asked', () => {
  expect(findInText('Kamerbrief aan de Kamer', { text: 'kamer', exact: false, whole: true })).toEqual([
    { from: 18, to: 23 },
  ])
})
it('keeps positions where a letter changes length in lower case', () => {
  expect(findInText('İb kamer', { text: 'KAMER', exact: false, whole: false })).toEqual([{ from: 3, to: 8 }])
})
it('finds over marks, and not over a footnote', () => {
  const doc = blocksToDoc([
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'de ' },
        { type: 'text', text: 'Ka', marks: [{ type: 'sterk' }] },
        { type: 'text', text: 'mer' },
        { type: 'note', label: '1' },
        { type: 'text', text: 'brief' },
      ],
    },
  ])
  expect(findInDoc(doc, { text: 'kamer', exact: false, whole: false })).toEqual([{ from: 4, to: 9 }])
  expect(findInDoc(doc, { text: 'kamerbrief', exact: false, whole: false })).toEqual([])
})
it('reaches every text in the value of a field', () => {
  const value = ['Kamerbrief', { naam: 'Rapport', informatie: 'van de Kamer' }]
  expect(textsOf(value).map((own) => own.text)).toEqual(['Kamerbrief', 'Rapport', 'van de Kamer'])
  expect(withText(value, [1, 'informatie'], 'van hen')).toEqual([
    'Kamerbrief',
    { naam: 'Rapport', informatie: 'van hen' },
  ])
  expect(withText('één', [], 'twee')).toBe('twee')
})
