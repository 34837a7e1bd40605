// Drafts and versions for the host in memory: one of each, to look at.
import type { Differences, DraftView, VersionView } from '../../wire'

export const drafts: DraftView[] = [
  {
    tekst: { soort: 'concept', id: 'e3f599cbcc10f846' },
    titel: 'Beslisnota Kamerbrief evaluatie noodhulp',
    bestand: '/home/u/notas/noodhulp.nota.md',
    moment: '15 maart 2024, 13:20',
    reden: '',
    beschadigd: false,
  },
]

export const earlier: DraftView[] = [
  {
    tekst: { soort: 'versie', document: '6f1d2c3b4a5e6f70' },
    titel: 'Beslisnota voortgang opvang',
    bestand: null,
    moment: '11 maart 2024, 9:41',
    reden: 'nooit opgeslagen',
    beschadigd: false,
  },
]

export const versions: VersionView[] = [
  {
    id: '2',
    moment: '15 maart 2024, 14:03',
    computer: 'werkplek-12',
    reden: 'opgeslagen',
    erbij: 12,
    eraf: 3,
  },
  {
    id: '1',
    moment: '15 maart 2024, 13:41',
    computer: 'werkplek-12',
    reden: 'zoals geopend',
    erbij: 240,
    eraf: 0,
  },
]

export const differences: Differences = {
  delen: [
    {
      veld: null,
      index: 0,
      naam: '1. Aanleiding',
      staat: 'gewijzigd',
      stukken: [
        { soort: 'gelijk', tekst: 'Met deze brief krijgt de' },
        { soort: 'eraf', tekst: 'Kamer' },
        { soort: 'erbij', tekst: 'Tweede Kamer' },
        { soort: 'gelijk', tekst: 'de uitkomst van de evaluatie.\n' },
      ],
      erbij: 2,
      eraf: 1,
    },
  ],
  erbij: 2,
  eraf: 1,
}
