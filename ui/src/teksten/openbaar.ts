// What the user reads about the public version, in Dutch.

const aantal = (count: number, een: string, meer: string): string =>
  `${count.toLocaleString('nl-NL')} ${count === 1 ? een : meer}`

export const openbaar = {
  versies: { naam: 'Versie', intern: 'Intern', openbaar: 'Openbaar' },
  toon: 'Openbare versie tonen',
  toonIntern: 'Interne versie tonen',

  zonderGrond: '[niet openbaar]',
  veld: 'niet openbaar',
  gelaktOp: (omschrijving: string | null, grond: string): string =>
    omschrijving ? `Niet openbaar: ${omschrijving} (${grond})` : 'Niet openbaar, maar de grond ontbreekt nog',
  nietHier: 'Gelakte tekst kunt u hier niet veranderen, omdat u haar niet ziet. Zet rechtsboven Intern aan.',

  gronden: {
    titel: 'Waarom is dit niet openbaar?',
    titelVeld: (naam: string): string => `Waarom is het veld ${naam} niet openbaar?`,
    zoek: 'Zoek een grond',
    lijst: 'Gronden van de Woo',
    geen: 'Er is geen grond met dit woord.',
    wat: 'Wat is niet openbaar?',
    scope: { tekst: 'Alleen deze tekst', blokken: 'De hele alinea of tabel' },
    nu: 'nu gekozen',
    meestal: 'meestal',
    openbaar: 'Weer openbaar maken',
    toetsen: 'Pijltjes om te kiezen, Enter om te lakken, Esc om te stoppen.',
  },

  veldKnop: (naam: string, grond: string | null): string =>
    grond === null ? `Niet openbaar: ${naam}` : `Niet openbaar (${grond}): grond van ${naam} veranderen`,
  veldLeeg: (naam: string): string => `Vul ${naam} eerst in. Daarna kunt u het veld lakken.`,
  veldVast: (grond: string): string => `Niet openbaar volgens het sjabloon (${grond})`,
  veldGelakt: (grond: string): string => `Niet openbaar (${grond})`,
  nietsTeKopieren: 'Hier staat niets dat openbaar is. Zet rechtsboven Intern aan als u dit wilt kopiëren.',
  deelWeg: 'Dit deel staat niet in de openbare versie.',

  balk: {
    titel: 'Openbare versie',
    naast: 'Naast elkaar…',
    geenPaginas: 'Er zijn nog geen openbare pagina’s. Hierboven staat waarom.',
    bezwaren: (count: number): string =>
      count === 1
        ? 'Nog één punt, dan is er een openbare versie'
        : `Nog ${count} punten, dan is er een openbare versie`,
  },

  suggesties: {
    titel: (count: number): string =>
      count === 0 ? 'Niets meer om na te kijken' : `${aantal(count, 'plek', 'plekken')} om na te kijken`,
    uitleg: 'Dit is nu openbaar. Hoort het dat te zijn? U beslist; er wordt niets vanzelf gelakt.',
    leeg: 'Niet elke naam wordt herkend. Lees de openbare versie zelf ook door.',
    lak: 'Lakken',
    /** What is read out begins with what stands on the button. */
    opGrond: (knop: string, tekst: string, grond: string): string => `${knop}: “${tekst}” op grond ${grond}`,
    lakAlle: (count: number): string => `Alle ${count} lakken`,
    lakVeld: 'Veld lakken',
    laat: 'Laat staan',
    blijft: (tekst: string): string => `“${tekst}” mag openbaar zijn. De nota onthoudt dat.`,
    laatDeze: (tekst: string): string => `Laat staan: “${tekst}” blijft openbaar`,
    gelakt: (count: number): string => `${aantal(count, 'plek', 'plekken')} gelakt.`,
    naar: (tekst: string): string => `Naar “${tekst}” in de nota`,
  },

  naast: {
    titel: 'Intern en openbaar naast elkaar',
    intern: 'Intern',
    openbaar: 'Openbaar',
    pagina: (versie: string, at: number): string => `${versie}, pagina ${at}`,
    geen: 'Op deze hoogte is er geen pagina',
    gelakt: 'Wat is gelakt',
    niets: 'In deze nota is niets gelakt.',
    aantal: (count: number): string => aantal(count, 'keer', 'keer'),
    alleenIntern: 'Alleen intern',
    alleenInternUitleg: 'onderdeel dat nooit in de openbare versie komt',
    vorm: 'Bewaren als',
    verslag: 'Verslag apart bewaren, voor uw dossier',
    verslagWaar: 'Het verslag van het bewijs komt in de map ‘Bewijs (niet publiceren)’',
    exporteer: 'Openbaar exporteren',
    nuNiet: 'Los eerst de punten hierboven op.',
    bezwaren: (count: number): string =>
      count === 1 ? 'Eén punt houdt de openbare versie tegen' : `${count} punten houden de openbare versie tegen`,
    gestopt: 'Er is geen bestand gemaakt. Hieronder staat waarom.',
    laden: 'De pagina’s worden gemaakt.',
    verder: 'Verder…',
    welke: 'Welke versie?',
    versies: {
      intern: 'Alles, voor binnen de organisatie',
      openbaar: 'Zonder wat is gelakt, met bewijs',
    },
  },
}
