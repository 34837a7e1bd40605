// A few rules, enough to see every kind of problem in the window.
import type { Diagnostic, FieldView, Place, SectionView, Severity } from '../../wire'
import { texts } from './changes'

const nowhere: Place = { section: null, index: null, note: null, path: [], range: null, field: null }

/** What is said about the nota. */
export function check(fields: FieldView[], sections: SectionView[]): Diagnostic[] {
  return [...fields.flatMap(checkField), ...sections.flatMap((section) => checkSection(section, sections))]
}

const said = (
  code: string,
  name: string,
  severity: Severity,
  place: Partial<Place>,
  message: string,
  help: string,
): Diagnostic => ({
  code,
  name,
  severity,
  place: { ...nowhere, ...place },
  message,
  help,
  related: [],
  fix: null,
  other_fixes: [],
})

function checkField(field: FieldView): Diagnostic[] {
  const { sleutel, naam, value } = field
  const blank = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (blank)
    return field.verplicht
      ? [
          said(
            'N201',
            'veld-leeg',
            'fout',
            { field: sleutel },
            `Het veld ${naam} is leeg.`,
            field.voorbeeld ? `Schrijf bijvoorbeeld ${field.voorbeeld}.` : '',
          ),
        ]
      : []
  if (field.soort === 'datum' && typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    return [
      said(
        'N202',
        'datum-bestaat-niet',
        'fout',
        { field: sleutel },
        `De datum ${value} bestaat niet.`,
        'Schrijf bijvoorbeeld 15 maart 2024.',
      ),
    ]
  if (sleutel === 'kenmerk' && typeof value === 'string' && !/^\d{7}$/.test(value))
    return [
      said(
        'N203',
        'veld-vorm',
        'let-op',
        { field: sleutel },
        `Ons kenmerk ${value} heeft niet de vorm van zeven cijfers.`,
        'Neem het nummer over uit het documentsysteem.',
      ),
    ]
  return []
}

function checkSection(section: SectionView, all: SectionView[]): Diagnostic[] {
  const { sleutel, index, titel } = section
  if (index === null) {
    if (!section.verplicht) return []
    const before = all.slice(0, all.indexOf(section)).filter((own) => own.index !== null).length
    const missing = said(
      'N101',
      'sectie-ontbreekt',
      'fout',
      { section: sleutel },
      `De sectie ${titel} ontbreekt.`,
      section.hulp,
    )
    missing.fix = {
      label: 'Sectie toevoegen',
      change: { type: 'addSection', key: sleutel, number: section.nummer, title: titel, level: 2, index: before },
    }
    return [missing]
  }
  const place = { section: sleutel, index }
  const found: Diagnostic[] = []
  if (section.staat === 'leeg' && section.verplicht)
    found.push(said('N102', 'sectie-leeg', 'fout', place, `De sectie ${titel} is leeg.`, section.hulp))
  for (const { path, text } of texts(section.blocks)) {
    for (const match of text.matchAll(/tenminste/g)) {
      const range = { start: [...text.slice(0, match.index)].length, end: [...text.slice(0, match.index)].length + 9 }
      const wrong = said(
        'N401',
        'woord-verward',
        'tip',
        { ...place, path, range },
        '“tenminste” betekent “althans”; voor een ondergrens schrijft u “ten minste”.',
        'Schrijf “ten minste” als u een getal of duur bedoelt.',
      )
      wrong.fix = {
        label: 'Vervangen door “ten minste”',
        change: { type: 'replaceText', place: wrong.place, text: 'ten minste' },
      }
      found.push(wrong)
    }
    for (const sentence of text.matchAll(/[^.!?]+[.!?]?/g)) {
      const count = sentence[0].trim().split(/\s+/).length
      const start = [...text.slice(0, sentence.index)].length + (sentence[0].length - sentence[0].trimStart().length)
      if (count > 40)
        found.push(
          said(
            'N402',
            'zin-te-lang',
            'let-op',
            { ...place, path, range: { start, end: start + [...sentence[0].trim()].length } },
            `Deze zin heeft ${count} woorden.`,
            'Maak er twee of drie zinnen van.',
          ),
        )
    }
    for (const match of text.matchAll(/\[[^\]]*invullen[^\]]*\]/gi))
      found.push(
        said(
          'N301',
          'invulplek',
          'fout',
          { ...place, path, range: { start: match.index, end: match.index + match[0].length } },
          'Hier staat een aanwijzing uit het sjabloon.',
          'Vervang die door uw eigen tekst.',
        ),
      )
  }
  return found
}
