// What the user reads about the language of the nota.
const telling = (count: number, een: string, meer: string): string => `${count} ${count === 1 ? een : meer}`

export const taal = {
  naam: 'Taal',
  nakijken: 'Taal nakijken',
  voorstellen: 'Voorstellen bij het woord',
  soorten: { spelling: 'Spelling', grammatica: 'Grammatica', eenvoudig: 'Eenvoudig', ambacht: 'Ambacht' },
  wat: {
    spelling: 'woorden die fout zijn of die geen woordenlijst kent',
    grammatica: 'd en t, samenstellingen, vaste vormen',
    eenvoudig: 'gewonere woorden, lange en lijdende zinnen',
    ambacht: 'datums, afkortingen, bedragen en toezeggingen',
  },
  aantal: {
    spelling: (count: number): string => `${count} spelling`,
    grammatica: (count: number): string => `${count} grammatica`,
    eenvoudig: (count: number): string => `${count} eenvoudig`,
    ambacht: (count: number): string => `${count} ambacht`,
  },
  balk: (delen: string[]): string => (delen.length ? `Taal: ${delen.join(', ')}` : 'Taal: niets gevonden'),
  uit: 'Taal: uit',
  schakelaars: 'Wat wordt nagekeken',
  groep: (count: number): string => `Taal: ${telling(count, 'melding', 'meldingen')}`,
  stand: (at: number, count: number): string => `${at} van ${count}`,
  niets: 'Er is niets gevonden in de taal van deze nota.',
  nietsHier: 'Bij dit woord is niets gevonden.',
  vorige: 'Vorige melding',
  volgende: 'Volgende melding',
  zoekt: 'Voorstellen worden gezocht',
  geenVoorstel: 'Er is geen voorstel.',
  veranderIn: (woord: string): string => `Veranderen in “${woord}”`,
  overal: 'Overal vervangen',
  overalDoor: (woord: string): string => `Overal vervangen door “${woord}”`,
  negeer: 'Negeer in deze nota',
  voegToe: 'Voeg toe aan mijn woordenlijst',
  waarom: 'Waarom?',
  menu: (woord: string): string => `Voorstellen bij “${woord}”`,
  toegevoegd: (woord: string): string => `“${woord}” staat in uw woordenlijst.`,
  haalWeg: 'Haal weer weg',
  eersteVoorstel: (woord: string): string => `Eerste voorstel: ${woord}.`,
  eigenLijst: (count: number): string => `Mijn woordenlijst: ${telling(count, 'woord', 'woorden')}`,
  lijstVanOrganisatie: (count: number): string =>
    count === 0
      ? 'Uw organisatie heeft geen eigen woordenlijst.'
      : `De woordenlijst van uw organisatie telt ${telling(count, 'woord', 'woorden')}.`,
  meerWoorden: (count: number): string =>
    `Er zijn nog ${count} andere. Typ hierboven het begin van een woord om het te vinden.`,
  nieuwWoord: 'Woord toevoegen',
  voegWoordToe: 'Toevoegen',
  haalWoordWeg: (woord: string): string => `${woord} uit mijn woordenlijst halen`,
}
