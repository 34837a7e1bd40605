// A host in memory: a small engine without disk, so that the window runs and
// is tested in a plain browser.
import type {
  Applied,
  Banner,
  Change,
  Comparison,
  DraftView,
  FieldView,
  KeptText,
  Place,
  Publication,
  Report,
  SaveState,
  SectionView,
  Settings,
  Snapshot,
  Version,
} from '../wire'
import type { Host, HostEvents } from './host'
import { applyChange, texts, viewSections, words, type Content } from './memory/changes'
import * as seed from './memory/nota'
import * as kept from './memory/versions'
import * as openbaar from './memory/openbaar'
import { asPicture, drawPage, findPlace, findPoint, hashOf, setPages, viewPages, type Page } from './memory/pages'
import { check } from './memory/rules'

type Listeners = { [K in keyof HostEvents]?: Set<(payload: HostEvents[K]) => void> }

const defaults: Settings = {
  sjabloon: '',
  ministerie: '',
  directie: '',
  contact: { naam: '', telefoon: '', email: '' },
  huisstijl_map: '',
  thema: 'systeem',
  tekstgrootte: 100,
  slimme_tekens: true,
  panelen: {
    lijst: 248,
    paginas: 452,
    problemen: 176,
    lijst_open: true,
    paginas_open: true,
    problemen_open: false,
    zoom: 0,
  },
  melding: null,
}

/** A host without world. */
export class MemoryHost implements Host {
  private listeners: Listeners = {}
  private content: Content = { fields: {}, sections: [], notes: [] }
  private past: Content[] = []
  private future: Content[] = []
  private group: string | null = null
  private document = 0
  private revision = 0
  private path: string | null = null
  private open = false
  private saved: SaveState = { state: 'opgeslagen', at: null, message: null }
  private banner: Banner | null = null
  private pages: Page[] = []
  private compared: Page[] = []
  private shown: Version = 'intern'
  private timer: ReturnType<typeof setTimeout> | undefined
  private chosen: Settings = structuredClone(defaults)
  /** The changes that came in, for tests. */
  readonly log: { change: Change; group: string | null }[] = []

  platform = (): string => 'linux'
  version = async (): Promise<string> => '0.1.0'
  templates = async () => seed.templates
  recent = async () => [
    {
      path: '/home/u/notas/kamerbrief-nsoc.nota.md',
      naam: 'kamerbrief-nsoc.nota.md',
      map: '~/notas',
      bestaat: true,
      geopend: '15 maart 2024, 14:03',
    },
    {
      path: '/home/u/notas/jbz-raad.nota.md',
      naam: 'jbz-raad.nota.md',
      map: '~/notas',
      bestaat: false,
      geopend: '11 maart 2024, 9:41',
    },
  ]
  forgetRecent = async (path: string) => (await this.recent()).filter((file) => file.path !== path)
  startFile = async (): Promise<string | null> => null

  async newNota(): Promise<Snapshot> {
    const used = seed.sections().filter((section) => section.verplicht)
    return this.start(
      {
        fields: { rubricering: 'Geen' },
        notes: [],
        sections: used.map((own) => ({ key: own.sleutel, number: own.nummer, title: own.titel, level: 2, blocks: [] })),
      },
      null,
    )
  }
  openDialog = (): Promise<Snapshot> => this.openPath('/home/u/notas/kamerbrief-nsoc.nota.md')
  async openPath(path: string): Promise<Snapshot> {
    if (path.includes('jbz-raad'))
      throw {
        code: 'not-found',
        message: 'Het bestand jbz-raad.nota.md staat niet meer in ~/notas. Kies Openen en zoek het op.',
      }
    const used = seed.sections().filter((section) => seed.seedBodies[section.sleutel ?? ''])
    const sections = used.map((own) => ({
      key: own.sleutel,
      number: own.nummer,
      title: own.titel,
      level: own.onderdeel_van ? 3 : 2,
      blocks: seed.seedBodies[own.sleutel ?? ''] ?? [],
    }))
    return this.start({ fields: { ...seed.seedFields }, sections, notes: seed.seedNotes }, path)
  }
  private start(content: Content, path: string | null): Snapshot {
    Object.assign(this, { content, path, past: [], future: [], group: null, open: true, banner: null })
    this.document += 1
    this.shown = 'intern'
    this.revision += 1
    this.saved = { state: path ? 'opgeslagen' : 'niet-opgeslagen', at: path ? '14:03' : null, message: null }
    this.soon()
    return this.view()
  }
  snapshot = async (): Promise<Snapshot | null> => (this.open ? this.view() : null)

  private fields = (): FieldView[] =>
    seed.fields().map((field) => ({
      ...field,
      lak: openbaar.lakken(this.content).get(field.sleutel) ?? field.lak,
      value: this.content.fields[field.sleutel] ?? null,
    }))
  private sections = (): SectionView[] => viewSections(this.content, seed.sections())
  private view(): Snapshot {
    const titel = this.content.fields['onderwerp']
    return {
      document: this.document,
      revision: this.revision,
      titel: typeof titel === 'string' && titel !== '' ? titel : 'Nieuwe nota',
      path: this.path,
      sjabloon: 'jenv/beslisnota',
      sjabloon_naam: 'Beslisnota',
      ministerie: 'Justitie en Veiligheid',
      fields: this.fields(),
      sections: this.sections(),
      preamble: [],
      notes: this.content.notes,
      can_undo: this.past.length > 0,
      can_redo: this.future.length > 0,
      saved: this.saved,
      read_only: false,
      banner: this.banner,
    }
  }

  async apply(change: Change, group: string | null): Promise<Applied> {
    this.log.push({ change, group })
    const next = applyChange(this.content, change)
    if (group === null || group !== this.group) this.past.push(this.content)
    Object.assign(this, { content: next, future: [], group })
    const plain = ['setBody', 'setField', 'setNote'].includes(change.type)
    return this.applied(!plain, null)
  }
  undo = (): Promise<Applied> => this.step(this.past, this.future)
  redo = (): Promise<Applied> => this.step(this.future, this.past)
  private async step(from: Content[], to: Content[]): Promise<Applied> {
    const before = this.content
    const next = from.pop()
    if (!next) return this.applied(false, null)
    to.push(before)
    Object.assign(this, { content: next, group: null })
    return this.applied(true, difference(before, next))
  }
  private applied(full: boolean, focus: Place | null): Applied {
    this.revision += 1
    this.saved = { ...this.saved, state: 'niet-opgeslagen' }
    this.soon()
    const { revision, saved } = this
    return {
      revision,
      saved,
      can_undo: this.past.length > 0,
      can_redo: this.future.length > 0,
      snapshot: full ? this.view() : null,
      focus,
    }
  }

  private soon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      const [fields, sections, { document, revision }] = [this.fields(), this.sections(), this]
      const bezwaren = this.shown === 'openbaar' ? this.barriers() : []
      this.pages = bezwaren.length ? [] : this.pagesOf(this.shown)
      const count = this.content.sections
        .flatMap((section) => [...texts(section.blocks)])
        .reduce((sum, own) => sum + words(own.text), 0)
      this.emit('pages', {
        document,
        revision,
        versie: this.shown,
        pages: viewPages(this.pages),
        bezwaren,
        words: count,
      })
      this.emit('problems', { document, revision, diagnostics: check(fields, sections) })
    }, 60)
  }

  private barriers = () => openbaar.barriers(openbaar.withheld(this.fields(), this.sections()))
  private pagesOf(version: Version): Page[] {
    const [fields, sections] = [this.fields(), this.sections()]
    return version === 'intern'
      ? setPages(fields, sections, this.content.notes)
      : setPages(openbaar.publicFields(fields), openbaar.publicSections(sections), this.content.notes)
  }
  async showVersion(version: Version): Promise<void> {
    this.shown = version
    this.soon()
  }
  suggestions = async () => openbaar.suggest(this.sections())
  async compare(): Promise<Comparison> {
    const bezwaren = this.barriers()
    const [intern, publiek] = [this.pagesOf('intern'), bezwaren.length ? [] : this.pagesOf('openbaar')]
    this.compared = [...intern, ...publiek]
    return {
      intern: viewPages(intern),
      openbaar: viewPages(publiek),
      gronden: openbaar.withheld(this.fields(), this.sections()),
      bezwaren,
      ouder: bezwaren.length ? openbaar.older : [],
    }
  }
  async exportPublic(format: string, report: Report): Promise<Publication> {
    const bezwaren = this.barriers()
    if (bezwaren.length) return { gemaakt: null, bezwaren, bewijs: [], ouder: openbaar.older }
    const gemaakt = await this.exportTo(format)
    const meldingen = report === 'apart' ? ['Het verslag van het bewijs staat apart.'] : []
    return {
      gemaakt: { ...gemaakt, naam: `Beslisnota Kamerbrief-openbaar.${format}`, meldingen },
      bezwaren: [],
      bewijs: ['Niets van wat is gelakt, staat in dit bestand.'],
      ouder: [],
    }
  }
  private async hand(version: Version, extension: string): Promise<Publication> {
    if (version === 'openbaar') return this.exportPublic(extension, 'geen')
    return { gemaakt: await this.exportTo(extension), bezwaren: [], bewijs: [], ouder: [] }
  }
  async pagePicture(index: number, hash: string, width: number): Promise<Blob> {
    const all = [this.pages, this.compared].flatMap((pages) => pages.filter((page) => hashOf(page) === hash))
    const page = all[0] ?? this.pages[index]
    if (!page) throw { code: 'stale', message: '' }
    return asPicture(drawPage(page, index, this.pages.length), width)
  }
  placeOnPage = async (place: Place) => findPlace(this.pages, place)
  clickOnPage = async (page: number, x: number, y: number) => findPoint(this.pages, page, x, y)

  async save(): Promise<SaveState> {
    this.path ??= '/home/u/notas/nieuwe-nota.nota.md'
    this.saved = { state: 'opgeslagen', at: new Date().toTimeString().slice(0, 5), message: null }
    this.emit('saved', this.saved)
    return this.saved
  }
  saveAs = (): Promise<SaveState> => this.save()
  async close(): Promise<void> {
    this.open = false
  }
  closeWindow = async (): Promise<void> => {}
  bannerAction = async (): Promise<Snapshot | null> => {
    this.banner = null
    return this.view()
  }

  private unsaved = [...kept.drafts]
  drafts = async () => this.unsaved
  private earlier = [...kept.earlier]
  kept = async () => this.earlier
  compareDraft = async () => kept.differences
  async recoverDraft(text: KeptText): Promise<Snapshot> {
    await this.forgetDraft(text)
    await this.openPath('/home/u/notas/noodhulp.nota.md')
    // Only a draft can have a file.
    if (text.soort !== 'concept') this.path = null
    this.saved = { state: 'niet-opgeslagen', at: null, message: null }
    return this.view()
  }
  async forgetDraft(text: KeptText): Promise<void> {
    const others = (list: DraftView[]): DraftView[] => list.filter((own) => own.tekst !== text)
    this.unsaved = others(this.unsaved)
    this.earlier = others(this.earlier)
  }
  versions = async () => kept.versions
  compareText = async () => kept.differences
  restoreText = async (): Promise<Applied> => this.applied(true, null)
  settleConflict = async (): Promise<Snapshot | null> => this.view()
  forgetAll = async (): Promise<void> => {
    this.unsaved = this.earlier = []
  }

  formats = async () => [
    {
      id: 'pdf',
      naam: 'PDF',
      omschrijving: 'Toegankelijk, om te versturen en te bewaren',
      extensie: 'pdf',
      openbaar: true,
    },
    { id: 'md', naam: 'Markdown', omschrijving: 'Platte tekst met opmaak', extensie: 'md', openbaar: true },
  ]
  exportTo = async (format: string) => ({
    path: `/home/u/notas/nota.${format}`,
    naam: `nota.${format}`,
    map: '~/notas',
    meldingen: [],
  })
  cancel = async (): Promise<void> => {}
  openExported = async (): Promise<void> => {}
  showFolder = async (): Promise<void> => {}
  print = (version: Version) => this.hand(version, 'pdf')
  mail = (_: 'open' | 'keep', version: Version) => this.hand(version, 'eml')
  openLink = async (): Promise<void> => {}

  settings = async (): Promise<Settings> => structuredClone(this.chosen)
  setSettings = async (settings: Settings): Promise<void> => {
    this.chosen = structuredClone(settings)
  }
  chooseFolder = async (): Promise<string | null> => '/usr/share/huisstijl'
  explain = async (code: string) => ({
    code,
    name: 'sectie-leeg',
    severity: 'fout' as const,
    message: 'Een verplichte sectie is leeg.',
    uitleg: [seed.paragraph('Zonder deze sectie weet de bewindspersoon niet wat er wordt gevraagd.')],
    fout: [[seed.heading('2. Geadviseerd besluit')]],
    goed: [[seed.heading('2. Geadviseerd besluit'), seed.paragraph('U wordt geadviseerd om de brief te verzenden.')]],
  })

  listening = (): Promise<void> => Promise.resolve()

  on<K extends keyof HostEvents>(event: K, callback: (payload: HostEvents[K]) => void): () => void {
    const set = ((this.listeners[event] as Set<typeof callback> | undefined) ??= new Set<
      typeof callback
    >() as never) as Set<typeof callback>
    set.add(callback)
    return () => set.delete(callback)
  }
  /** Tells of an event, also for tests. */
  emit<K extends keyof HostEvents>(event: K, payload: HostEvents[K]): void {
    for (const callback of this.listeners[event] ?? []) (callback as (payload: HostEvents[K]) => void)(payload)
  }
  /** Shows a banner, for tests and looking. */
  say(banner: Banner): void {
    this.banner = banner
    this.emit('snapshot', this.view())
  }
}

function difference(before: Content, after: Content): Place | null {
  const nowhere: Place = { section: null, index: null, note: null, path: [], range: null, field: null }
  for (const key of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]))
    if (before.fields[key] !== after.fields[key]) return { ...nowhere, field: key }
  for (const [index, own] of after.sections.entries())
    if (before.sections[index]?.blocks !== own.blocks) return { ...nowhere, section: own.key, index }
  return null
}
