// Finding text.
import { describe, expect, it } from 'vitest'
import { findInText, type Query } from '../src/editor/find'
import { findInDoc } from '../src/find/find-nota'
import { blocksToDoc } from '../src/editor/json'
import { textsOf, withText } from '../src/nota/value'

const query = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  exact: false,
  accents: false,
  whole: false,
  ...more,
})

describe('in a text', () => {
  it.each<[text: string, asked: string, more: Partial<Query>, found: string[]]>([
    ['Kamer en kamer', 'kamer', {}, ['Kamer', 'kamer']],
    ['Kamer en kamer', 'kamer', { exact: true }, ['kamer']],
    ['Kamerbrief aan de Kamer', 'kamer', { whole: true }, ['Kamer']],
    ['beslis-nota, beslisnota', 'nota', { whole: true }, ['nota']],
    ['zie (bijlage) en bijlagen', '(bijlage', { whole: true }, ['(bijlage']],
    ['het 𝒜b en b', 'b', { whole: true }, ['b']],
    // Without accents all forms, with an accent that form only.
    ['een, één, eén', 'een', {}, ['een', 'één', 'eén']],
    ['een, één', 'een', { accents: true }, ['een']],
    ['een, één', 'één', {}, ['één']],
    ['coördinatie, COORDINATIE', 'coordinatie', {}, ['coördinatie', 'COORDINATIE']],
    ['Één', 'één', { exact: true }, []],
    // An accent that stands apart is the same accent.
    ['e\u0301e\u0301n', 'één', {}, ['e\u0301e\u0301n']],
    ['één', 'e\u0301e\u0301n', {}, ['één']],
    ['een\u0301', 'een', {}, ['een\u0301']],
    // The keyboard has one sign for several.
    ["foto’s en foto's", "foto's", {}, ['foto’s', "foto's"]],
    ['zei “ja”', '"ja"', { accents: true, exact: true }, ['“ja”']],
    ['zei “ja”, zei "ja"', '“ja”', {}, ['“ja”']],
    ['art.\u00a05.1', 'art. 5', {}, ['art.\u00a05']],
    ['samen\u00adwerking', 'samenwerking', {}, ['samen\u00adwerking']],
    ['Bel \u200e+31\u202c 6\u2066', '+31 6', {}, ['+31\u202c 6\u2066']],
    ['buurt\ufeffpunt', 'buurtpunt', {}, ['buurt\ufeffpunt']],
    // Positions hold where a letter changes length in lower case.
    ['İb kamer', 'KAMER', {}, ['kamer']],
    ['aaaa', 'aa', {}, ['aa', 'aa']],
    ['tekst', '', {}, []],
  ])('%s: %s %o', (text, asked, more, found) => {
    expect(findInText(text, query(asked, more)).map(({ from, to }) => text.slice(from, to))).toEqual(found)
  })
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
  expect(findInDoc(doc, query('kamer'), false)).toEqual([{ from: 4, to: 9 }])
  expect(findInDoc(doc, query('kamerbrief'), false)).toEqual([])
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
