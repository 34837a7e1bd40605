// All that the user reads in the window, in Dutch: short, "u", verbs on
// buttons. What depends on a value is a function of it.
import { openbaar } from './openbaar'
import { taal } from './taal'
import { voorlezen } from './voorlezen'

const aantal = (count: number, een: string, meer: string): string => `${getal(count)} ${count === 1 ? een : meer}`

/** A number as it is written: "1.234,5". */
export const getal = (value: number): string => value.toLocaleString('nl-NL')

const opsomming = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`

export const t = {
  openbaar,
  voorlezen,
  taal,
  programma: 'Beslisnota',
  nieuweNota: 'Nieuwe nota',
  verplicht: 'verplicht',
  sluit: 'Sluiten',
  annuleren: 'Annuleren',

  menus: { naam: 'Menu', bestand: 'Bestand', bewerken: 'Bewerken', opmaak: 'Opmaak', beeld: 'Beeld', help: 'Help' },

  snelmenu: { naam: 'Snelmenu', uitleg: (melding: string): string => `Uitleg: ${melding}` },

  opdrachten: {
    nieuw: 'Nieuwe nota…',
    venster: 'Nieuw venster',
    openen: 'Openen…',
    importeren: 'Importeren…',
    opslaan: 'Opslaan',
    opslaanAls: 'Opslaan als…',
    versies: 'Versies…',
    exporteren: 'Exporteren…',
    bundel: 'Bundel maken…',
    afdrukken: 'Afdrukken',
    afdrukkenOpenbaar: 'Openbare versie afdrukken',
    mailen: 'E-mailen…',
    mailenOpenbaar: 'Openbare versie e-mailen…',
    mailBewaren: 'E-mail opslaan als…',
    mailBewarenOpenbaar: 'E-mail met openbare PDF opslaan als…',
    instellingen: 'Instellingen…',
    sluiten: 'Nota sluiten',
    afsluiten: 'Programma afsluiten',
    ongedaanMaken: 'Ongedaan maken',
    opnieuw: 'Opnieuw',
    knippen: 'Knippen',
    kopieren: 'Kopiëren',
    plakken: 'Plakken',
    plakkenTekst: 'Plakken zonder opmaak',
    allesSelecteren: 'Alles selecteren',
    sectieSelecteren: 'Sectie selecteren',
    zoeken: 'Zoeken',
    vervangen: 'Zoeken en vervangen',
    volgendProbleem: 'Naar het volgende probleem',
    vorigProbleem: 'Naar het vorige probleem',
    vet: 'Vet',
    cursief: 'Cursief',
    koppeling: 'Link…',
    genummerd: 'Genummerde lijst',
    opsomming: 'Opsomming',
    voetnoot: 'Voetnoot',
    nietOpenbaar: 'Niet openbaar',
    werkbalk: 'Naar de knoppen voor opmaak',
    lijst: 'Lijst met secties tonen',
    paginas: 'Pagina’s tonen',
    problemen: 'Problemen tonen',
    groter: 'Tekst groter',
    kleiner: 'Tekst kleiner',
    normaal: 'Tekst op normale grootte',
    volgendPaneel: 'Naar het volgende paneel',
    vorigPaneel: 'Naar het vorige paneel',
    help: 'Hulp en toetsen',
    sectie: (number: number): string => `Naar sectie ${number}`,
  },

  start: {
    titel: 'Beslisnota',
    inleiding:
      'Schrijf een beslisnota in het sjabloon van uw ministerie. U ziet meteen hoe de pagina’s worden en wat er nog ontbreekt.',
    nieuw: 'Nieuwe nota',
    openen: 'Openen…',
    recent: 'Eerder geopend',
    geenRecent: 'Hier komen de nota’s die u opent of opslaat.',
    importeren: 'Word-bestand of andere tekst importeren…',
    zoekNota: 'Zoek in uw nota’s',
    zoekNotaHulp: 'onderwerp, geadresseerde, kenmerk of woorden uit de tekst',
    gevondenNotas: (count: number): string => aantal(count, 'nota gevonden', 'nota’s gevonden'),
    geenNota: 'Geen van deze nota’s heeft die woorden.',
    traag: 'Dit bestand reageert traag. U kunt het wel openen.',
    aan: (namen: string): string => `aan ${namen}`,
    staat: {
      concept: (punten: number): string => (punten ? `Concept, nog ${aantal(punten, 'punt', 'punten')}` : 'Concept'),
      klaar: (): string => 'Klaar om te versturen',
      besloten: (): string => 'Besloten',
    },
    tweedeVenster: (naam: string): string => `${naam} openen in een tweede venster`,
    vanuitVorige: (naam: string): string => `Begin vanuit ${naam}`,
    watBlijft: 'Afzender, geadresseerden en parafen blijven staan. De tekst is nieuw.',
    vanuit: (naam: string): string => `Nieuwe nota vanuit ${naam}`,
    vergeet: (naam: string): string => `${naam} uit de lijst halen`,
    uwSjabloon: 'Uw ministerie',
    laatst: 'Laatst gebruikt',
    zoek: 'Zoek een ministerie of sjabloon',
    andere: 'Andere sjablonen',
    ookAls: (namen: string[]): string => `Ook voor: ${namen.join(' · ')}`,
    gevonden: (count: number): string => aantal(count, 'sjabloon gevonden', 'sjablonen gevonden'),
    nietGevonden: 'Geen sjabloon gevonden. Kies het rijksbrede sjabloon als uw ministerie er niet bij staat.',
    sjabloonFout: (bestand: string): string => `Dit sjabloon is niet in orde: ${bestand}`,
    sjabloonFoutHulp:
      'Geef dit door aan de beheerder van de sjablonen. U kunt het sjabloon gebruiken voor zover het leesbaar is.',
    laden: 'Bezig met openen',
    sleep: 'Laat los om het bestand te openen',
  },

  herstel: {
    kop: (count: number): string =>
      count === 1 ? 'Eén nota was nog niet opgeslagen' : `${getal(count)} nota’s waren nog niet opgeslagen`,
    inleiding:
      'Het programma is de vorige keer gestopt zonder op te slaan. De tekst is bewaard. Haal haar terug en sla haar daarna op; tot dan verandert er niets aan het bestand.',
    zonderBestand: 'Nog zonder bestand',
    beschadigd: 'Een deel was niet te lezen: lees de nota goed na.',
    terughalen: 'Terughalen',
    terughalenVan: (titel: string): string => `Terughalen: ${titel}`,
    bekijken: 'Verschillen bekijken',
    bekijkenVan: (titel: string): string => `Verschillen bekijken: ${titel}`,
    weggooien: 'Weggooien…',
    echtWeg: 'Ja, voorgoed weggooien',
    naastBestand: 'Dit is het verschil tussen het bestand en wat u daarna nog schreef.',
    zonder: 'Van deze nota is geen bestand. Dit is de tekst die is bewaard.',
    eerder: (count: number): string => `Eerder bewaard (${getal(count)})`,
    eerderUitleg:
      'Nota’s die u sloot zonder op te slaan, blijven hier dertig dagen staan. U vindt hier ook terug wat is bewaard van nota’s waarvan het bestand weg is.',
    gelijk: 'De tekst is gelijk.',
    uitleg: 'Wat erbij kwam is onderstreept, wat eraf ging is doorgestreept.',
    erbij: 'erbij',
    eraf: 'eraf',
    omvang: (erbij: number, eraf: number): string => `${aantal(erbij, 'woord', 'woorden')} erbij, ${getal(eraf)} eraf`,
    staten: { gewijzigd: 'gewijzigd', nieuw: 'nieuw', weg: 'weggehaald' },
    bijU: 'bij u',
    inBestand: 'in het bestand',
    legenda: 'Herstel',
    bewaardUitleg:
      'Wat u schrijft, wordt meteen bewaard op deze computer, en van elke nota een reeks versies. Alleen u kunt daarbij.',
    verwijderAlles: 'Verwijder alle herstelgegevens…',
    zeker: 'Concepten die niet zijn opgeslagen en alle oude versies zijn dan weg. Uw bestanden blijven staan.',
    jaVerwijder: 'Ja, verwijder alles',
    allesWeg: 'Alle herstelgegevens zijn verwijderd.',
  },

  versies: {
    titel: 'Versies',
    lijst: 'Bewaarde versies',
    geen: 'Er zijn nog geen versies. Er komt er een bij elke keer dat u opslaat, en om de tien minuten als u schrijft.',
    computer: (naam: string): string => (naam === '' ? '' : `op ${naam}`),
    sinds: (moment: string): string => `Veranderd sinds ${moment}`,
    deelTerug: 'Terugzetten',
    deelTerugVan: (naam: string): string => `${naam} terugzetten`,
    allesTerug: 'Deze versie terugzetten',
    hersteld: (moment: string): string => `De tekst van ${moment} staat er weer.`,
  },

  conflict: {
    titel: 'Er zijn twee versies',
    uitleg:
      'Een ander programma of een ander venster heeft dit bestand veranderd. Hieronder staat wat anders is: onderstreept wat alleen bij u staat, doorgestreept wat alleen in het bestand staat. Wat u niet kiest, blijft bewaard bij de versies.',
    neemDeel: 'Uit het bestand overnemen',
    neemDeelVan: (naam: string): string => `${naam} uit het bestand overnemen`,
    mijn: 'Mijn versie opslaan',
    hun: 'De versie in het bestand nemen',
    kopie: 'Beide houden: mijn versie als kopie…',
    omvang: (bijU: number, inBestand: number): string =>
      `${aantal(bijU, 'woord', 'woorden')} alleen bij u, ${getal(inBestand)} alleen in het bestand`,
  },

  nieuw: { titel: 'Nieuwe nota', uitleg: 'Kies het sjabloon van uw ministerie.' },

  staat: {
    opgeslagen: (at: string | null): string => (at ? `Opgeslagen om ${at}` : 'Opgeslagen'),
    nietOpgeslagen: 'Niet opgeslagen',
    bezig: 'Wordt opgeslagen',
    mislukt: 'Opslaan is niet gelukt',
    alleenLezen: 'Alleen lezen',
  },

  balk: {
    naam: 'Stand van zaken',
    woorden: (count: number): string => aantal(count, 'woord', 'woorden'),
    paginas: (count: number): string => aantal(count, 'pagina', 'pagina’s'),
    geenProblemen: 'Geen problemen',
    nogTeDoen: (velden: number, secties: number): string =>
      `Nog ${opsomming([velden ? aantal(velden, 'veld', 'velden') : '', secties ? aantal(secties, 'sectie', 'secties') : ''].filter(Boolean)) || 'iets aan de nota'}`,
    teDoen: 'Nog te doen',
    nog: (count: number): string => `Nog ${getal(count)}:`,
    enNog: (count: number): string => `en nog ${getal(count)}`,
    klaar: 'Klaar om te versturen',
    ingevuld: 'Alles is ingevuld.',
    kijkNa: (count: number): string => (count === 1 ? 'Kijk nog naar 1 punt' : `Kijk nog naar ${getal(count)} punten`),
    volgende: 'F8 volgende',
    zoeken: 'Zoeken',
    exporteren: 'Exporteren',
    bezig: 'Voortgang',
  },

  ernst: { fout: 'fout', 'let-op': 'let op', tip: 'tip' },
  ernstMeer: {
    fout: (count: number): string => aantal(count, 'fout', 'fouten'),
    'let-op': (count: number): string => `${count} let op`,
    tip: (count: number): string => aantal(count, 'tip', 'tips'),
  },

  panelen: {
    lijst: 'Secties',
    formulier: 'Nota',
    paginas: 'Pagina’s',
    problemen: 'Problemen',
    verbergen: (naam: string): string => `${naam} verbergen`,
    breedte: (naam: string): string => `Breedte van ${naam.toLowerCase()}`,
    hoogte: (naam: string): string => `Hoogte van ${naam.toLowerCase()}`,
  },

  secties: {
    gegevens: 'Gegevens',
    staten: { leeg: 'leeg', gevuld: 'gevuld', probleem: 'probleem', onbekend: 'niet in het sjabloon' },
    onderdeelToevoegen: 'Onderdeel toevoegen',
    toevoegen: (titel: string): string => `${titel} toevoegen`,
    verwijderen: (titel: string): string => `${titel} verwijderen`,
    verwijderd: (titel: string): string => `De sectie ${titel} is verwijderd.`,
    hulp: 'Wat hoort hier?',
    leeg: 'Deze sectie is leeg.',
    alleenIntern: 'Alleen intern: gaat niet mee in de openbare versie',
    onbekend: 'Deze sectie staat niet in het sjabloon. De tekst blijft bewaard.',
    tekstVan: (titel: string): string => `Tekst van ${titel}`,
    voorafgaand: 'Tekst voor de eerste sectie',
    voorafgaandVerplaatsen: (titel: string): string => `Verplaatsen naar ${titel}`,
    voorafgaandUitleg:
      'Deze tekst staat in het bestand vóór de eerste sectie. Het sjabloon heeft er geen plaats voor; de tekst blijft bewaard.',
  },

  velden: {
    meer: 'Meer gegevens',
    beslissing: 'Beslissing op de nota',
    nogGeenBeslissing: 'Vul dit in als er is beslist',
    wijzigen: 'Gegevens wijzigen',
    bekijken: 'Gegevens bekijken',
    inklappen: 'Gegevens inklappen',
    nogNodig: (count: number): string => `Nog ${aantal(count, 'verplicht veld', 'verplichte velden')} in te vullen`,
    compleet: 'Alle verplichte gegevens zijn ingevuld',
    bijvoorbeeld: (voorbeeld: string): string => `Bijvoorbeeld: ${voorbeeld}`,
    nietOpenbaar: (grond: string): string => `Niet openbaar (${grond})`,
    tekens: (left: number): string =>
      left >= 0 ? `Nog ${aantal(left, 'teken', 'tekens')}` : `${aantal(-left, 'teken', 'tekens')} te veel`,
    regel: (naam: string, index: number): string => `${naam} ${index + 1}`,
    toevoegen: {
      lijst: 'Regel toevoegen',
      adressaten: 'Geadresseerde toevoegen',
      parafen: 'Paraaf toevoegen',
      bijlagen: 'Bijlage toevoegen',
    },
    weghalen: (naam: string): string => `${naam} weghalen`,
    omhoog: (naam: string): string => `${naam} omhoog`,
    omlaag: (naam: string): string => `${naam} omlaag`,
    functie: 'Functie',
    eenBijlage: 'Bijlage',
    bijlage: 'Naam van de bijlage',
    informatie: 'Informatie',
    geenKeuze: 'Kies…',
  },

  datum: {
    kies: 'Datum kiezen',
    voorbeeld: '15 maart 2024',
    kalender: 'Kalender',
    vorigeMaand: 'Vorige maand',
    volgendeMaand: 'Volgende maand',
    vandaag: 'Vandaag',
    bestaatNiet: (text: string): string => `De datum ${text} bestaat niet. Schrijf bijvoorbeeld 15 maart 2024.`,
    maanden: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    dagen: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  },

  werkbalk: {
    naam: (titel: string): string => `Opmaak van ${titel}`,
    tussenkop: 'Tussenkop',
    tabel: 'Tabel invoegen',
    tabelWijzigen: 'Tabel',
    citaat: 'Citaat',
    rijBoven: 'Rij erboven',
    rijOnder: 'Rij eronder',
    kolomLinks: 'Kolom links',
    kolomRechts: 'Kolom rechts',
    rijWeg: 'Rij verwijderen',
    kolomWeg: 'Kolom verwijderen',
    tabelWeg: 'Tabel verwijderen',
  },

  link: {
    titel: 'Link',
    tekst: 'Tekst',
    adres: 'Adres',
    hulp: 'Bijvoorbeeld https://www.rijksoverheid.nl of mailto:naam@minjenv.nl',
    fout: 'Dit adres kan niet. Schrijf een adres dat begint met https://, http:// of mailto:.',
    invoegen: 'Invoegen',
    verwijderen: 'Link verwijderen',
    openen: 'Link openen',
    verborgen:
      'Het adres van deze link is niet openbaar, want een deel van de link is gelakt. Zet Intern aan om het te zien of te veranderen.',
    wijzer: (adres: string): string => `${adres}\nCtrl+klik om te openen`,
  },

  voetnoot: {
    titel: (number: number): string => `Voetnoot ${number}`,
    tekst: 'Tekst van de voetnoot',
    verwijderen: 'Voetnoot verwijderen',
    terug: 'Terug naar de tekst',
  },

  zoeken: {
    naam: 'Zoeken en vervangen',
    zoek: 'Zoek naar',
    vervang: 'Vervang door',
    hoofdletters: 'Let op hoofdletters',
    accenten: 'Let op accenten',
    helewoorden: 'Alleen hele woorden',
    volgende: 'Volgende',
    vorige: 'Vorige',
    vervangen: 'Vervangen',
    alles: 'Alles vervangen',
    stand: (at: number, count: number, turned: 'begin' | 'eind' | null): string =>
      count === 0
        ? 'Niets gevonden'
        : (at === 0 ? aantal(count, 'plaats', 'plaatsen') : `${at} van ${getal(count)}`) +
          (turned ? ` · verder vanaf het ${turned}` : ''),
    vervangenKlaar: (count: number): string => `${aantal(count, 'plaats', 'plaatsen')} vervangen.`,
  },

  problemen: {
    titel: 'Problemen',
    geen: 'Er zijn geen problemen gevonden.',
    herstel: 'Herstel',
    waarom: 'Uitleg',
    waaromBij: (message: string): string => `Uitleg bij: ${message}`,
    heleNota: 'Hele nota',
    samenvatting: (count: number): string =>
      `Er ${count === 1 ? 'is' : 'zijn'} nog ${aantal(count, 'fout', 'fouten')} in de nota`,
    samenvattingUitleg: 'U kunt nu exporteren, maar de nota kan zo niet naar buiten.',
    tochExporteren: 'Toch exporteren',
    bekijk: 'Fouten bekijken',
    fout: 'Zo niet',
    goed: 'Zo wel',
  },

  paginas: {
    leeg: 'De pagina’s verschijnen hier zodra er tekst is.',
    bezig: 'De pagina’s worden gemaakt',
    pagina: (at: number, count: number): string => `Pagina ${at} van ${count}`,
    breedte: 'Passend op breedte',
    heel: 'Hele pagina',
    inzoomen: 'Inzoomen',
    uitzoomen: 'Uitzoomen',
    tekst: (at: number): string => `Tekst van pagina ${at}`,
    zoom: (percent: number): string => `${percent} %`,
  },

  importeren: {
    titel: (naam: string): string => `Importeren: ${naam}`,
    gevonden: (soort: string, secties: number, velden: number): string =>
      `${soort}. ${aantal(secties, 'sectie', 'secties')} en ${aantal(velden, 'veld', 'velden')} gevonden.`,
    nakijken: (over: number): string => `Kijk na of ${over === 1 ? 'dit klopt' : `deze ${over} kloppen`}.`,
    nietsNaTeKijken: 'Er is niets na te kijken.',
    alles: (tekens: number): string => `Alle ${getal(tekens)} tekens hebben een plaats.`,
    overigeTekst: (over: number, tekens: number): string =>
      `${getal(over)} van de ${getal(tekens)} tekens hebben geen plaats; ze staan onder Overige tekst.`,
    kwijt: (woorden: string[]): string =>
      `Deze woorden kwamen niet mee: “${woorden.join(' ')}”. Dat is een fout in dit programma; neem ze zelf over.`,
    waarheen: 'Waarheen',
    nieuw: 'Een nieuwe nota',
    hier: 'In de nota die open is',
    sjabloon: 'Sjabloon',
    past: 'past het best',
    bestand: 'In het bestand',
    inBestand: 'Alinea’s van het bestand',
    nota: 'De nota',
    erbij: 'Wat erbij komt',
    ervoor: 'Tekst voor de eerste sectie',
    komtErachter: 'Komt achter de tekst die er al staat.',
    vervangt: 'Vervangt wat er al staat.',
    overigUitleg: 'Hiervoor is geen plaats gevonden. Verplaats het in de nota, of haal het weg.',
    secties: 'Kop van de sectie',
    velden: 'Veld',
    soorten: {
      sectie: 'Sectie',
      veld: 'Veld',
      tussenkop: 'Tussenkop',
      tekst: 'Tekst',
      overig: 'Overige tekst',
      nergens: 'De nota maakt dit zelf',
    },
    kiezen: {
      sectie: 'Sectie',
      veld: 'Veld',
      tussenkop: 'Tussenkop',
      tekst: 'Gewone tekst, hier',
      overig: 'Naar Overige tekst',
      nergens: 'De nota maakt dit zelf',
    },
    zekerheid: { zeker: 'Zeker', waarschijnlijk: 'Waarschijnlijk', misschien: 'Misschien' },
    watIs: (begin: string): string => `Wat is “${begin}”?`,
    wijzig: (begin: string): string => `Iets anders maken van “${begin}”`,
    anders: 'Anders',
    klopt: 'Klopt',
    kloptWat: (wat: string): string => `Klopt: ${wat}`,
    loopLangs: 'Kijk ze na',
    enter: 'Enter: klopt.',
    bevestigd: 'Klopt',
    allesGoed: 'Alles goed: maak de nota',
    maak: 'Maak de nota',
    zetErin: (delen: number): string => `Zet ${aantal(delen, 'deel', 'delen')} in de nota`,
    verslag: (regels: number): string => `Wat een nota niet of anders bewaart (${regels})`,
    lukteNiet: (naam: string): string => `${naam} kan niet worden geïmporteerd`,
    ander: 'Ander bestand kiezen',
    gemaakt: (naam: string): string =>
      `Dit is een nieuwe nota met de tekst van ${naam}. Zij is nog niet opgeslagen; het bestand zelf is niet veranderd.`,
    toegevoegd: (naam: string): string => `De tekst van ${naam} staat in de nota.`,
  },

  selectie: {
    over: (secties: number, woorden: number): string =>
      `Geselecteerd: ${aantal(secties, 'sectie', 'secties')}, ${aantal(woorden, 'woord', 'woorden')}`,
  },

  plakken: {
    inSecties: (count: number): string => `Geplakt in ${aantal(count, 'sectie', 'secties')}.`,
    nietOvergenomen: (dropped: string[]): string =>
      [
        `Geplakt zonder ${opsomming(dropped)}.`,
        dropped.includes('doorhaling') ? 'Wat doorgestreept was, staat er nu als gewone tekst.' : '',
        dropped.includes('hoge en lage letters') ? 'Ze staan nu gewoon op de regel: kijk of dat nog klopt.' : '',
      ]
        .filter((zin) => zin !== '')
        .join(' '),
    alleenTekst: (reden: string): string => `Alleen de tekst is geplakt, zonder opmaak. ${reden}`.trim(),
    kwijt: (woorden: string[]): string =>
      `Dit kwam niet mee: “${woorden.join(' ')}”. Dat is een fout in dit programma; neem het zelf over.`,
  },

  mail: {
    titel: 'E-mailen',
    welke: {
      intern: 'De interne versie gaat mee, als pdf.',
      openbaar: 'De openbare versie gaat mee, als pdf, met bewijs dat er niets in staat wat u lakte.',
    },
    concept: 'Concept openen',
    conceptUitleg:
      'Een nieuw bericht met de pdf erbij, in de klassieke Outlook. Andere mailprogramma’s tonen het soms alleen.',
    zelf: 'Zelf een bericht maken',
    zelfUitleg: 'De pdf ligt klaar in haar map. Onderwerp en tekst kopieert u. Dit kan in elk mailprogramma.',
    klaar: {
      intern: (naam: string): string =>
        `De interne versie ligt klaar: ${naam}. Maak een nieuw bericht en sleep de pdf erin.`,
      openbaar: (naam: string): string =>
        `De openbare versie ligt klaar: ${naam}. Maak een nieuw bericht en sleep de pdf erin.`,
    },
    onderwerp: 'Onderwerp van het bericht',
    tekst: 'Tekst van het bericht',
    kopieer: (wat: string): string => `${wat} kopiëren`,
    isGekopieerd: (wat: string): string => `${wat} is gekopieerd`,
    gekopieerd: (wat: string): string => `${wat} is gekopieerd.`,
    map: 'Map tonen',
  },
  uit: {
    titel: 'Exporteren',
    kies: 'Als wat wilt u de nota bewaren?',
    exporteer: 'Exporteren',
    besloten: (besluit: string): string => `Deze nota is besloten: ${besluit}.`,
    bron: 'De nota zelf meenemen in de pdf',
    bronUitleg: 'Een collega kan er dan verder in schrijven. Wie de pdf heeft, heeft ook alles wat is gelakt.',
    klaar: (naam: string): string => `${naam} is gemaakt`,
    inMap: (map: string): string => `In de map ${map}`,
    openen: 'Openen',
    map: 'Map tonen',
    versie: {
      intern: 'Dit is de interne versie, met alles erin.',
      openbaar: 'Dit is de openbare versie, zonder wat is gelakt.',
    },
    afgedrukt: {
      intern: 'De interne versie is geopend. Druk haar daar af.',
      openbaar: 'De openbare versie is geopend. Druk haar daar af.',
    },
    nietAfgedrukt: 'Er is niets afgedrukt',
    mailKlaar: {
      intern:
        'De e-mail met de interne versie is aan uw mailprogramma gegeven. Opent het bericht niet als concept? Gebruik de andere manier: Bestand, E-mailen, Zelf een bericht maken.',
      openbaar:
        'De e-mail met de openbare versie is aan uw mailprogramma gegeven. Opent het bericht niet als concept? Gebruik de andere manier: Bestand, E-mailen, Zelf een bericht maken.',
    },
    mailBewaard: {
      intern: (naam: string): string => `De e-mail is opgeslagen als ${naam}. De interne versie zit erbij.`,
      openbaar: (naam: string): string => `De e-mail is opgeslagen als ${naam}. De openbare versie zit erbij.`,
    },
    nietGemaild: 'Er is geen e-mail gemaakt',
    bundel: {
      titel: 'Bundel maken',
      uitleg:
        'Kies twee of meer nota’s. Ze komen op datum in één pdf, met een leeswijzer ervoor. Sla een nota die u nu schrijft eerst op.',
      kies: 'Nota’s kiezen…',
      gestopt: 'Er is geen bundel gemaakt',
    },
    metagegevens: {
      kies: 'Metagegevens erbij, als bestanden naast het document',
      soorten: {
        mdto: { naam: 'MDTO', uitleg: 'Voor het archief' },
        diwoo: { naam: 'DiWoo', uitleg: 'Voor publicatie volgens de Woo' },
      },
      titel: 'Er is niets geëxporteerd',
      uitleg: 'De metagegevens zijn nog niet compleet. Vul ze aan, of exporteer zonder metagegevens.',
    },
    geweigerd: 'Deze nota heeft nog geen openbare versie. De interne versie is ook nergens heen gegaan.',
  },

  sluiten: {
    titel: 'Wilt u de wijzigingen opslaan?',
    tekst: (titel: string): string =>
      `Als u niet opslaat, komen de laatste wijzigingen in “${titel}” niet in het bestand.`,
    opslaan: 'Opslaan',
    niet: 'Niet opslaan',
  },

  instellingen: {
    titel: 'Instellingen',
    nota: 'Nieuwe nota',
    sjabloon: 'Sjabloon',
    altijdVragen: 'Elke keer kiezen',
    ministerie: 'Ministerie',
    directie: 'Directie',
    contact: 'Contactpersoon',
    naam: 'Naam',
    telefoon: 'Telefoon',
    email: 'E-mailadres',
    beeld: 'Beeld',
    thema: 'Kleuren',
    themas: { systeem: 'Zoals het systeem', licht: 'Licht', donker: 'Donker', 'hoog-contrast': 'Hoog contrast' },
    tekstgrootte: 'Tekstgrootte',
    procent: (value: number): string => `${value} %`,
    tekens: 'Aanhalingstekens en streepjes verbeteren tijdens het typen',
    huisstijl: 'Huisstijl',
    mappen: {
      huisstijl: {
        naam: 'Map met logo en lettertypen',
        kies: 'Map kiezen…',
        hulp: 'Uw organisatie kan hier haar eigen logo en lettertypen neerzetten, en in de map ‘sjablonen’ haar eigen sjablonen.',
      },
      sjablonen: {
        naam: 'Map met sjablonen',
        kies: 'Sjablonen kiezen…',
        hulp: 'De sjablonen in deze map staan in het beginscherm, naast die van het programma.',
      },
    },
    archief: {
      kop: 'Archief en publicatie',
      hulp: 'Deze gegevens komen in de metagegevens die u bij het exporteren kiest. Vraag ze aan uw informatiebeheerder.',
      bron: 'Archiefsysteem waar het kenmerk vandaan komt',
      bronLeeg: 'Leeg: het ministerie',
      waardering: 'Waardering',
      waarderingen: { bewaren: 'Blijvend bewaren', vernietigen: 'Tijdelijk bewaren' },
      bewaartermijn: 'Bewaartermijn in jaren',
      selectielijst: 'Selectielijst',
      categorie: 'Categorie in de selectielijst',
      woo: 'Woo-categorie',
      wooCategorieen: {
        'vergaderstuk-staten-generaal': 'Vergaderstuk Staten-Generaal',
        advies: 'Advies',
        inspanningsverplichting: 'Inspanningsverplichting (artikel 3.1)',
      },
    },
    geenMap: 'Geen map gekozen',
    wisMap: 'Map loslaten',
    bewaar: 'Opslaan',
  },

  help: {
    titel: 'Hulp en toetsen',
    inleiding:
      'Vul eerst de gegevens in en schrijf daarna de secties. Rechts ziet u de pagina’s zoals ze worden. Onderaan staat wat er nog mis is; met F8 loopt u alles langs.',
    schrijven: 'Tijdens het schrijven',
    tips: [
      ['- en een spatie', 'begint een opsomming'],
      ['1. en een spatie', 'begint een genummerde lijst'],
      ['### en een spatie', 'maakt een tussenkop'],
      ['> en een spatie', 'maakt een citaat'],
      ['**tekst**', 'maakt tekst vet'],
      ['Enter, bij het importeren', 'zegt dat een gok klopt en gaat naar de volgende; de pijlen kiezen iets anders'],
      ['*tekst*', 'maakt tekst cursief'],
      ['Tab', 'springt in een lijst in, of gaat naar de volgende cel'],
      ['Shift+Enter', 'begint een nieuwe regel in dezelfde alinea'],
      ['Ctrl+klik op een link', 'opent de link'],
      ['Shift+F10 of de menutoets', 'toont voorstellen bij een woord met een streep eronder'],
      ['Ctrl+Shift+spatie', 'zet een spatie waarop de regel niet breekt'],
      ['Alt+pijl omhoog of omlaag', 'verplaatst een alinea of een punt van een lijst'],
      ['Ctrl+pijl omhoog of omlaag', 'gaat naar de vorige of volgende alinea'],
      ['Shift+pijlen', 'selecteert, ook over de rand van een sectie heen'],
      ['Ctrl+Shift+Home of End', 'selecteert tot het begin of het eind van de nota'],
      ['Ctrl+Home of End', 'gaat naar het begin of het eind van de nota'],
      ['Backspace', 'maakt ongedaan wat het programma net van uw tekens maakte'],
    ] as [toets: string, doet: string][],
    secties: 'Naar een sectie',
    of: 'of',
    toets: 'Toets',
    doet: 'Doet',
    versie: (version: string): string => `Versie ${version}`,
  },

  fouten: {
    onbekend:
      'Dat is niet gelukt. Uw tekst is er nog. Probeer het opnieuw; blijft het misgaan, sla de nota dan op en start het programma opnieuw.',
    venster: 'Er ging iets mis in het venster. Uw tekst is er nog. Sla de nota op en start het programma opnieuw.',
  },
}
