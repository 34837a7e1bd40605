// What is said to who hears the window: what lies around the caret, and what was
// done without anything else that is read out.
const telling = (count: number, een: string, meer: string): string => `${count} ${count === 1 ? een : meer}`

export const voorlezen = {
  tussenkop: (niveau: number): string => `tussenkop, niveau ${niveau}`,
  opsomming: (niveau: number): string => `opsomming, niveau ${niveau}`,
  nummering: (niveau: number): string => `genummerde lijst, niveau ${niveau}`,
  punt: (nummer: number, aantal: number): string => `punt ${nummer} van ${aantal}`,
  /** In a list that does not begin at 1 it is its own number that tells. */
  nummer: (nummer: number): string => `punt ${nummer}`,
  tabel: (rijen: number, kolommen: number): string =>
    `tabel, ${telling(rijen, 'rij', 'rijen')}, ${telling(kolommen, 'kolom', 'kolommen')}`,
  rij: (rij: number): string => `rij ${rij}`,
  kop: (kolom: number): string => `kop van kolom ${kolom}`,
  cel: (kolom: number, kop: string): string => (kop ? `kolom ${kolom}, ${kop}` : `kolom ${kolom}`),
  citaat: 'citaat',
  link: (woorden: string): string => `link ${woorden}`,
  uit: {
    lijst: 'einde van de lijst',
    tabel: 'einde van de tabel',
    citaat: 'einde van het citaat',
    tussenkop: 'gewone tekst',
    lak: 'weer openbaar',
    link: 'einde van de link',
  },
  ongedaan: 'Ongedaan gemaakt.',
  opnieuw: 'Opnieuw gedaan.',
  nietsOngedaan: 'Er is niets om ongedaan te maken.',
  nietsOpnieuw: 'Er is niets om opnieuw te doen.',
}
