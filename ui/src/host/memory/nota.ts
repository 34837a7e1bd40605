// The template and the nota that the memory host starts with: the published
// nota that the project began from, in the engine's own shapes.
import type { Block, FieldView, Inline, SectionView, TemplateChoice } from '../../wire'

/** The templates to choose from. */
export const templates: TemplateChoice[] = [
  {
    id: 'jenv/beslisnota',
    naam: 'Beslisnota',
    ministerie: 'Justitie en Veiligheid',
    omschrijving: 'Voor een besluit van de minister of staatssecretaris over een Kamerbrief of ander stuk.',
  },
  {
    id: 'ienw/beslisnota',
    naam: 'Beslisnota',
    ministerie: 'Infrastructuur en Waterstaat',
    omschrijving: 'Voor een besluit, ter ondertekening of ter informatie van de bewindspersoon.',
  },
  {
    id: 'bzk/beslisnota',
    naam: 'Beslisnota',
    ministerie: 'Binnenlandse Zaken en Koninkrijksrelaties',
    omschrijving: 'Voor een besluit met kern, toelichting en motivering van wat niet openbaar is.',
  },
]

/** Plain text as runs. */
export const text = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', text: value }])
/** A paragraph of plain text. */
export const paragraph = (value: string): Block => ({ type: 'paragraph', inlines: text(value) })
export const heading = (value: string): Block => ({ type: 'heading', level: 3, inlines: text(value) })

const field = (sleutel: string, naam: string, soort: FieldView['soort'], more: Partial<FieldView> = {}): FieldView => ({
  sleutel,
  naam,
  soort,
  keuzes: [],
  verplicht: false,
  hulp: '',
  voorbeeld: '',
  max_tekens: null,
  lak: null,
  lak_vast: false,
  value: null,
  geldig: true,
  ...more,
})

/** The fields of a new nota. */
export const fields = (): FieldView[] => [
  field('onderwerp', 'Onderwerp', 'tekst', {
    verplicht: true,
    hulp: 'Waar gaat de nota over? Begin met het woord Beslisnota.',
    voorbeeld: 'Beslisnota Kamerbrief evaluatie NSOC',
    max_tekens: 200,
  }),
  field('aan', 'Aan', 'adressaten', {
    verplicht: true,
    hulp: 'De bewindspersoon of bewindspersonen die een besluit neemt.',
    voorbeeld: 'Minister van Justitie en Veiligheid',
  }),
  field('onderdeel', 'Onderdeel', 'tekst', {
    verplicht: true,
    hulp: 'Het directoraat-generaal of cluster waar de nota vandaan komt.',
    voorbeeld: 'Directoraat-Generaal Ondermijning',
  }),
  field('directie', 'Directie', 'tekst', {}),
  field('datum', 'Datum', 'datum', {
    verplicht: true,
    hulp: 'De dag waarop de nota wordt aangeboden.',
    voorbeeld: '15 maart 2024',
  }),
  field('kenmerk', 'Ons kenmerk', 'tekst', {
    verplicht: true,
    hulp: 'Het nummer van de nota in het documentsysteem: zeven cijfers.',
    voorbeeld: '5254387',
  }),
  field('rubricering', 'Rubricering', 'keuze', { keuzes: ['Geen', 'Departementaal VERTROUWELIJK'], value: 'Geen' }),
  field('opgesteld-door', 'Opgesteld door', 'tekst', {
    lak: '5.1.2e',
    lak_vast: true,
    hulp: 'De naam van de opsteller.',
  }),
  field('parafen', 'Parafen', 'parafen', { hulp: 'Wie de nota op weg naar de bewindspersoon parafeert.' }),
  field('bijlagen', 'Bijlagen', 'bijlagen', { hulp: 'Wat er met de nota meegaat.' }),
]

const section = (
  sleutel: string,
  nummer: string,
  titel: string,
  hulp: string,
  more: Partial<SectionView> = {},
): SectionView => ({
  sleutel,
  index: null,
  nummer,
  titel,
  verplicht: false,
  onderdeel_van: null,
  hulp,
  hint: '',
  alleen_intern: false,
  blokken: [],
  max_tekens: null,
  blocks: [],
  staat: 'ongebruikt',
  ...more,
})

const deel = { onderdeel_van: 'toelichting' }
const niet = { onderdeel_van: 'niet-openbaar' }

/** The sections of the template, none of them used. */
export const sections = (): SectionView[] => [
  section('aanleiding', '1.', 'Aanleiding', 'Waarom ligt deze nota nu voor? Beschrijf het in één alinea.', {
    verplicht: true,
  }),
  section(
    'geadviseerd-besluit',
    '2.',
    'Geadviseerd besluit',
    'Wat vraagt u de bewindspersoon te besluiten? Schrijf het in één of twee zinnen, met u als aanspreekvorm.',
    { verplicht: true, blokken: ['alinea', 'opsomming'] },
  ),
  section(
    'kernpunten',
    '3.',
    'Kernpunten',
    'De hoofdlijn in het kort: probleem, doel, opties, krachtenveld en risico’s.',
    { verplicht: true },
  ),
  section('toelichting', '4.', 'Toelichting', 'Alleen wat nodig is naast de kernpunten.'),
  section(
    'politieke-context',
    '4.1',
    'Politieke context',
    'Toezeggingen, moties en debatten waar de nota bij hoort.',
    deel,
  ),
  section(
    'financiele-overwegingen',
    '4.2',
    'Financiële overwegingen',
    'Wat het kost en waar het geld vandaan komt.',
    deel,
  ),
  section(
    'juridische-overwegingen',
    '4.3',
    'Juridische overwegingen',
    'De wettelijke grondslag en de juridische risico’s.',
    deel,
  ),
  section('krachtenveld', '4.4', 'Krachtenveld', 'Met wie is afgestemd en wat vinden zij ervan?', deel),
  section('strategie', '4.5', 'Strategie', 'Hoe past dit besluit in het grotere geheel?', deel),
  section('uitvoering', '4.6', 'Uitvoering', 'Wie voert het uit en kan dat?', deel),
  section('communicatie', '4.7', 'Communicatie', 'Hoe en wanneer het besluit bekend wordt.', deel),
  section(
    'niet-openbaar',
    '5.',
    'Informatie die niet openbaar gemaakt kan worden',
    'Wat blijft buiten de openbare versie, en waarom?',
    { verplicht: true },
  ),
  section('niet-openbaar-toelichting', '5.1', 'Toelichting', 'De motivering die wel openbaar is.', niet),
  section(
    'niet-openbaar-informatie',
    '5.2',
    'Informatie die niet openbaar gemaakt kan worden',
    'De informatie zelf. Dit deel gaat nooit mee in de openbare versie.',
    { ...niet, alleen_intern: true },
  ),
]

/** The bodies of the seed nota, by section. */
export const seedBodies: Record<string, Block[]> = {
  aanleiding: [
    {
      type: 'paragraph',
      inlines: [
        ...text(
          'Met deze brief wordt de Kamer geïnformeerd over de uitkomst van de evaluatie naar ‘Nationale Samenwerking tegen Ondermijnende Criminaliteit’ (NSOC) en de verdere koers van het samenwerkingsverband.',
        ),
        { type: 'note', label: '1' },
      ],
    },
  ],
  'geadviseerd-besluit': [
    paragraph(
      'U wordt geadviseerd om de brief naar de Kamer te verzenden. Naast de brief wordt het evaluatierapport als bijlage meegezonden.',
    ),
  ],
  kernpunten: [
    heading('Insteek brief'),
    {
      type: 'paragraph',
      inlines: [
        ...text('De hoofdboodschap van de brief is dat NSOC '),
        { type: 'text', text: 'meerjarig wordt voortgezet', marks: [{ type: 'sterk' }] },
        ...text(
          ', tenminste voor een duur van twee jaar. In de afgelopen periode is het samenwerkingsverband geëvalueerd waarbij de uitvoering van het actieplan en het potentieel van NSOC in beeld is gebracht. Uit het evaluatieonderzoek blijkt dat er belangrijke stappen zijn gezet in de multidisciplinaire samenwerking tussen de zes partners en dat de eerste resultaten zijn geboekt.',
        ),
      ],
    },
    paragraph(
      'Multidisciplinaire samenwerking wordt door de samenwerkende partners binnen NSOC gezien als de weg vooruit in de ondermijningsaanpak. De evaluatie maakt duidelijk dat er nog wel de nodige ontwikkelstappen nodig zijn om tot optimaal rendement te komen, maar duidelijk is dat de eerste resultaten zichtbaar zijn en NSOC het beoogde potentieel heeft in de integrale bestrijding van de georganiseerde criminaliteit.',
    ),
    heading('Beoogde verzenddatum'),
    paragraph('De brief wordt op 15 maart naar de Kamer verstuurd.'),
  ],
  toelichting: [],
  'politieke-context': [
    paragraph(
      'Tijdens het commissiedebat van 11 oktober 2023 is de toezegging gedaan dat de minister van Justitie en Veiligheid de Kamer in maart 2024 zal informeren over de evaluatie van de NSOC. In de ministerraad van 8 maart is door MJenV de brief kort toegelicht.',
    ),
  ],
  krachtenveld: [
    paragraph('De brief en bijlage zijn afgestemd met de samenwerkende partners die deel uitmaken van NSOC:'),
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [
        'politie, de Douane en de Belastingdienst;',
        'de Fiscale inlichtingen- en opsporingsdienst en de Koninklijke Marechaussee;',
        'andere operationele onderdelen van het ministerie van Defensie en het Openbaar Ministerie.',
      ].map((item) => ({ blocks: [paragraph(item)] })),
    },
    {
      type: 'table',
      align: ['none', 'none'],
      head: [{ inlines: text('Partij') }, { inlines: text('Standpunt') }],
      rows: [
        [
          { inlines: text('Regioburgemeesters') },
          { inlines: text('Afgestemd in het Strategisch Beraad Ondermijning') },
        ],
        [{ inlines: text('Ambtelijke Stuurgroep NSOC') }, { inlines: text('Evaluatierapport volledig openbaar') }],
      ],
    },
    {
      type: 'paragraph',
      inlines: [
        ...text('Contact binnen het ministerie: '),
        { type: 'text', text: 'J. Jansen', marks: [{ type: 'lak', grond: '5.1.2e' }] },
        ...text('.'),
      ],
    },
  ],
  'niet-openbaar': [],
  'niet-openbaar-toelichting': [
    paragraph(
      'De persoonsgegevens van de ambtenaren zijn niet openbaar ter bescherming van de persoonlijke levenssfeer.',
    ),
  ],
}

/** The fields of the seed nota. */
export const seedFields: Record<string, FieldView['value']> = {
  onderwerp: 'Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende Criminaliteit',
  aan: ['Minister van Justitie en Veiligheid'],
  onderdeel: 'Directoraat-Generaal Ondermijning',
  datum: '2024-03-15',
  kenmerk: '5254387',
  parafen: [{ functie: 'Minister' }, { functie: 'SG' }],
}

/** The footnotes of the seed nota. */
export const seedNotes = [{ label: '1', blocks: [paragraph('Kamerstukken II 2023/24, 29 911, nr. 421.')] }]
