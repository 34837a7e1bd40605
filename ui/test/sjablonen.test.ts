// Finding a template on the start screen.
import { describe, expect, it } from 'vitest'
import { matches, ofMinistry } from '../src/start/search'
import type { TemplateChoice } from '../src/wire'

const choice = (id: string, ministerie: string, voorheen: string[] = []): TemplateChoice => ({
  id,
  naam: 'Beslisnota',
  ministerie,
  omschrijving: '',
  voorheen,
})
const all = [
  choice('jenv/beslisnota', 'Justitie en Veiligheid'),
  choice('lvvn/beslisnota', 'Landbouw, Visserij, Voedselzekerheid en Natuur', [
    'Landbouw, Natuur en Voedselkwaliteit',
    'LNV',
  ]),
  choice('rijk/beslisnota', '', ['Financiën', 'SZW']),
]
const found = (sought: string): string[] => all.filter((own) => matches(own, sought)).map((own) => own.id.slice(0, 4))

describe('a template', () => {
  it('is found by the beginnings of words of all its names', () => {
    for (const [sought, ids] of [
      ['', ['jenv', 'lvvn', 'rijk']],
      ['  JUST ', ['jenv']],
      ['voedselkwal', ['lvvn']],
      ['lnv', ['lvvn']],
      ['natuur, landb', ['lvvn']],
      ['financien', ['rijk']],
      ['beslis', ['jenv', 'lvvn', 'rijk']],
      ['stitie', []],
      ['jenv lnv', []],
    ] as const)
      expect(found(sought), sought).toEqual(ids)
  })

  it('is that of the ministry in the settings, under an old name too', () => {
    expect(ofMinistry(all, 'justitie en veiligheid')?.id).toBe('jenv/beslisnota')
    expect(ofMinistry(all, 'Landbouw, Natuur en Voedselkwaliteit')?.id).toBe('lvvn/beslisnota')
    expect(ofMinistry(all, ' ')).toBeUndefined()
    expect(ofMinistry(all, 'Toverkunst')).toBeUndefined()
  })
})
