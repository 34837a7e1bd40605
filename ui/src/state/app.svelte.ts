// The window as a whole: what is on screen, the settings, and the open nota.
import { tick } from 'svelte'
import type { Across } from '../across/across.svelte'
import * as across from '../across/change'
import type { SectionEditor } from '../editor/section-editor'
import type { Host } from '../host/host'
import { makePublic, withhold, type Scope } from '../editor/withhold'
import { isEmpty } from '../nota/value'
import { PublicVersion } from './version.svelte'
import type {
  Bericht,
  BannerChoice,
  Bron,
  DraftView,
  Exported,
  FieldView,
  FormatId,
  KeptText,
  MetadataKind,
  PagesView,
  Problems as Checked,
  ImportView,
  Progress,
  Publication,
  LanguageView,
  Settings,
  Settlement,
  Snapshot,
  Version,
} from '../wire'
import { t } from '../teksten/nl'
import { Language } from './language.svelte'
import { asHostError, notices, type Notice } from './notices.svelte'
import { Pages } from './pages.svelte'
import { Panes } from './panes.svelte'
import { Problems } from './problems.svelte'
import { nowhere, Session } from './session.svelte'

/** The dialogs, one at a time. */
export type Dialog =
  | { kind: 'instellingen' }
  | { kind: 'help' }
  | { kind: 'link' }
  | { kind: 'exporteren' }
  | { kind: 'mailen' }
  | { kind: 'bericht'; bericht: Bericht; exported: Exported; version: Version }
  | { kind: 'bundel' }
  | { kind: 'openbaar'; format: FormatId; metadata: MetadataKind[] }
  | { kind: 'gronden'; marking: Marking }
  | { kind: 'nieuw' }
  | { kind: 'importeren'; view: ImportView }
  | { kind: 'niet-te-importeren'; naam: string; reden: string }
  | { kind: 'klaar'; exported: Exported; format: FormatId; version: Version }
  | { kind: 'geweigerd'; titel: string; uitleg: string; refused: Publication }
  | { kind: 'uitleg'; code: string }
  | { kind: 'concept'; draft: DraftView }
  | { kind: 'versies' }
  | { kind: 'conflict' }
  | { kind: 'sluiten'; resolve: (answer: 'opslaan' | 'niet' | 'annuleren') => void }

/** What one chooses a ground for: the text in an editor, or a field. */
export interface Marking {
  editor: SectionEditor | null
  field: FieldView | null
  /** What is selected over several sections, when that is meant. */
  over?: Across | null
}

/** An open nota with what is known of it. */
export interface Open {
  session: Session
  problems: Problems
  pages: Pages
  version: PublicVersion
  language: Language
}

/** The window. */
export class App {
  open = $state.raw<Open | null>(null)
  settings = $state<Settings>() as Settings
  dialog = $state.raw<Dialog | null>(null)
  /** Find and replace: shut, or open with or without replacing. */
  finding = $state<'zoeken' | 'vervangen' | null>(null)
  /** Whether the language is gone through, above the form. */
  reading = $state(false)
  /** Counts how often that was asked for. */
  reads = $state(0)
  progress = $state.raw<Progress | null>(null)
  /** What the engine said when it stumbled, until it shows pages again. */
  stumbled = $state.raw<string | null>(null)
  /** Whether the list of what is wrong stands at the top, because one exports. */
  summary = $state(false)
  readonly panes = new Panes(
    () => this.settings,
    () => this.keepSettings(),
  )
  /** Counts the changes of the list of recent files. */
  recents = $state(0)
  /** Counts how often templates became others. */
  templates = $state(0)
  /** What the engine told last: it may tell of a nota before that is here. */
  private early: { problems?: Checked; pages?: PagesView; language?: LanguageView } = {}
  /** The nota that the engine told of last, when that came before its answer. */
  private told: Snapshot | null = null
  /** Settles when the settings are kept as they are now. */
  private kept: Promise<unknown> = Promise.resolve()
  private slow: ReturnType<typeof setTimeout> | undefined

  private constructor(
    readonly host: Host,
    settings: Settings,
  ) {
    this.settings = settings
  }

  /** Reads the settings and listens to the host. */
  static async start(host: Host): Promise<App> {
    const app = new App(host, await host.settings())
    app.listen()
    await host.listening()
    const [snapshot, file] = await Promise.all([host.snapshot(), host.startFile()])
    if (snapshot) app.take(snapshot)
    else if (file) await app.openPath(file)
    if (app.settings.melding) notices.say(app.settings.melding)
    return app
  }

  private listen(): void {
    const { host } = this
    host.on('problems', (checked) => {
      this.early.problems = checked
      this.open?.problems.take(checked)
    })
    host.on('pages', (view) => {
      this.early.pages = view
      this.stumbled = null
      if (this.open?.version.take(view)) this.open.pages.take(view)
    })
    host.on('language', (view) => {
      this.early.language = view
      this.open?.language.take(view)
    })
    host.on('snapshot', (snapshot) => this.hear(snapshot))
    host.on('templates', () => {
      this.templates += 1
      void this.open?.session.renew()
    })
    host.on('open-request', ({ path }) => void this.openPath(path))
    host.on('close-request', () => void this.closeWindow())
    host.on('progress', (progress) => this.onProgress(progress))
    host.on('engine-stopped', ({ message }) => (this.stumbled = message))
  }

  /** Of the nota that is open the engine only tells what stands above the form:
   * its text can be older than what was typed meanwhile. */
  private hear(snapshot: Snapshot): void {
    const session = this.open?.session
    if (session?.snapshot.document !== snapshot.document) {
      this.take(snapshot)
      this.told = snapshot
      return
    }
    session.snapshot = { ...session.snapshot, banner: snapshot.banner }
    session.saved = snapshot.saved
  }

  /** Shows a nota: the same one in another state, or another one. */
  take(answer: Snapshot): void {
    const { open, told } = this
    this.told = null
    const banner = told?.document === answer.document ? told.banner : null
    const snapshot = { ...answer, banner: answer.banner ?? banner }
    if (open && open.session.snapshot.document === snapshot.document) {
      open.session.show(snapshot, null)
      return
    }
    open?.pages.close()
    notices.clear()
    const session = new Session(this.host, snapshot)
    const language = new Language(session)
    const problems = new Problems(session, language)
    const pages = new Pages(session)
    const version = new PublicVersion(session)
    this.open = { session, problems, pages, version, language }
    if (this.early.problems) problems.take(this.early.problems)
    if (this.early.pages && version.take(this.early.pages)) pages.take(this.early.pages)
    if (this.early.language) language.take(this.early.language)
    this.summary = false
    this.finding = null
    this.reading = false
    if (snapshot.path === null) void tick().then(() => firstEmptyField())
  }

  // The form

  /** Opens find or replace, with the form in view. */
  find(what: 'zoeken' | 'vervangen'): void {
    this.panes.showForm()
    this.finding = what
  }

  /** Goes through the language of the nota, or no longer. */
  read(): void {
    this.panes.showForm()
    if (this.reading) this.open?.language.step(1)
    this.reading = true
    this.reads += 1
  }

  /** Shows the suggestions for the word at the caret. */
  askWord(): void {
    const session = this.open?.session
    const editor = session?.noteEditor?.view.hasFocus() ? session.noteEditor : session?.active
    if (!editor?.ask()) notices.say(t.taal.nietsHier)
  }

  /** Goes to the next problem or the previous one, with the list in view. */
  stepProblem(by: 1 | -1): void {
    this.panes.showProblems()
    void tick().then(() => this.open?.problems.step(by))
  }

  /** Goes to a place in the form, which comes into view where it was not. */
  visit(go: () => void): void {
    this.panes.showForm()
    void tick().then(go)
  }

  // The public version

  /** Shows a version, with its pages in view. */
  showVersion(version: Version): void {
    void this.open?.version.show(version)
    if (version === 'openbaar') this.panes.showPages()
  }

  /** Lays both versions side by side, to export the public one. */
  openPublic(format: FormatId = 'pdf', metadata: MetadataKind[] = []): void {
    this.dialog = { kind: 'openbaar', format, metadata }
  }

  /** Asks on what ground a field is withheld, or what is selected. */
  askGround(marking: Marking): void {
    const { field } = marking
    if (this.open?.session.readOnly || field?.lak_vast) return
    if (field && field.lak === null && isEmpty(field.value)) return notices.say(t.openbaar.veldLeeg(field.naam))
    this.dialog = { kind: 'gronden', marking }
  }

  /** Withholds what was asked for. */
  async withhold(marking: Marking, grond: string, scope: Scope): Promise<void> {
    if (!marking.over) return this.mark(marking, grond, withhold(grond, scope))
    this.dialog = null
    across.withhold(marking.over, grond)
  }

  /** Makes what was asked for public again. */
  async makePublic(marking: Marking): Promise<void> {
    if (!marking.over) return this.mark(marking, null, makePublic)
    this.dialog = null
    across.makePublic(marking.over)
  }

  private async mark(marking: Marking, grond: string | null, command: typeof makePublic): Promise<void> {
    const { editor, field } = marking
    if (editor) {
      editor.run(command)
      editor.flush()
    } else if (field && this.open) {
      const { session } = this.open
      await session.settle()
      await session.setLak({ ...nowhere, field: field.sleutel }, grond)
    }
    this.closeMarking(marking)
  }

  /** Closes the list of grounds; the focus goes back. */
  closeMarking({ editor, field }: Marking): void {
    this.dialog = null
    if (editor) requestAnimationFrame(() => editor.view.focus())
    else if (field) this.open?.session.goTo({ ...nowhere, field: field.sleutel })
  }

  // Files

  async newNota(template: string): Promise<void> {
    if (!(await this.mayLeave())) return
    await this.attempt(async () => {
      this.take(await this.host.newNota(template))
      this.settings.laatste_sjabloon = template
      this.keepSettings()
    })
  }

  /** A new nota with the sender and the route of an earlier one. */
  async newFrom(path: string): Promise<void> {
    if (await this.mayLeave()) await this.attempt(async () => this.take(await this.host.newFrom(path)))
  }

  async openDialog(): Promise<void> {
    await this.attempt(async () => this.openPath(await this.host.chooseFile()))
  }

  /** Opens a nota, or imports what is none. */
  async openPath(path: string): Promise<void> {
    if (await this.host.isForeign(path)) return this.importPath(path)
    if (await this.mayLeave()) await this.attempt(async () => this.take(await this.host.openPath(path)))
    this.recents += 1
  }

  async importDialog(): Promise<void> {
    await this.attempt(async () => this.importPath(await this.host.chooseFile()))
  }

  /** Shows what becomes of a file of elsewhere. A nota that comes in a file of
   * ours is as it was, and opens. */
  async importPath(path: string): Promise<void> {
    const naam = path.split(/[\\/]/).at(-1) ?? path
    await this.open?.session.settle()
    let view: ImportView
    try {
      view = await this.host.importPath(path)
    } catch (error) {
      const { code, message } = asHostError(error)
      if (code !== 'cancelled') this.dialog = { kind: 'niet-te-importeren', naam, reden: message }
      return
    }
    if (view.eigen) await this.importAsNew(view)
    else this.dialog = { kind: 'importeren', view }
  }

  /** Makes a new nota of what is imported. */
  async importAsNew(view: ImportView): Promise<void> {
    this.dialog = null
    const make = async (): Promise<void> => this.take(await this.host.importAsNew())
    const done = (await this.mayLeave()) && (await this.attempt(make))
    if (done) notices.say(t.importeren.gemaakt(view.naam))
    else if (!view.eigen) this.dialog = { kind: 'importeren', view }
  }

  /** Puts parts of what is imported in the open nota. */
  async importInto(delen: number[], naam: string): Promise<void> {
    const session = this.open?.session
    if (!session) return
    this.dialog = null
    await session.settle()
    await session.send(() => this.host.importInto(delen))
    notices.say(t.importeren.toegevoegd(naam), { label: t.opdrachten.ongedaanMaken, run: () => session.undo() })
  }

  async save(): Promise<boolean> {
    return this.saving(() => this.host.save())
  }

  async saveAs(): Promise<boolean> {
    return this.saving(() => this.host.saveAs())
  }

  private async saving(save: () => ReturnType<Host['save']>): Promise<boolean> {
    const session = this.open?.session
    if (!session) return true
    await session.settle()
    const before = session.saved
    session.saved = { ...before, state: 'bezig' }
    const other = { label: t.opdrachten.opslaanAls, run: () => this.saveAs() }
    return this.attempt(async () => {
      session.saved = await save().catch((error: unknown) => {
        const { code } = asHostError(error)
        session.saved = code === 'cancelled' ? before : { ...before, state: 'mislukt' }
        if (code === 'changed') this.dialog = { kind: 'conflict' }
        throw error
      })
      if (session.saved.state === 'mislukt') throw { code: 'save', message: session.saved.message ?? t.fouten.onbekend }
      const snapshot = await this.host.snapshot()
      if (snapshot && snapshot.document === session.snapshot.document)
        session.snapshot = { ...session.snapshot, path: snapshot.path, titel: snapshot.titel, banner: snapshot.banner }
    }, other)
  }

  /** Closes the nota and shows the start. */
  async close(): Promise<void> {
    if (!(await this.mayLeave())) return
    await this.attempt(() => this.host.close())
    this.open?.pages.close()
    this.open = null
    this.stumbled = null
    this.recents += 1
  }

  async closeWindow(): Promise<void> {
    if (!(await this.mayLeave())) return
    await this.kept
    await this.host.closeWindow()
  }

  /** Asks what to do with changes that are not saved. */
  private async mayLeave(): Promise<boolean> {
    const session = this.open?.session
    if (!session) return true
    await session.settle()
    if (
      session.saved.state === 'opgeslagen' ||
      session.readOnly ||
      (!session.canUndo && !session.isRecovered && session.snapshot.path === null)
    )
      return true
    const answer = await new Promise<'opslaan' | 'niet' | 'annuleren'>((resolve) => {
      this.dialog = { kind: 'sluiten', resolve }
    })
    this.dialog = null
    return answer === 'niet' || (answer === 'opslaan' && (await this.save()))
  }

  /** Does what a button of the banner says. */
  async choose(choice: BannerChoice): Promise<void> {
    switch (choice) {
      case 'save':
        return void (await this.save())
      case 'save-as':
        return void (await this.saveAs())
      case 'conflict':
        await this.open?.session.settle()
        this.dialog = { kind: 'conflict' }
    }
  }

  // What comes back

  /** Puts a text on the desk that is kept and was not saved. */
  async recover(kept: KeptText): Promise<void> {
    this.dialog = null
    if (await this.mayLeave())
      await this.attempt(async () => {
        this.take(await this.host.recoverDraft(kept))
        if (this.open) this.open.session.isRecovered = true
        this.open?.problems.showAll()
      })
  }

  async forgetDraft(kept: KeptText): Promise<void> {
    this.dialog = null
    await this.attempt(() => this.host.forgetDraft(kept))
    this.recents += 1
  }

  /** Chooses between the nota here and what another wrote in its file. */
  async settle(how: Settlement): Promise<void> {
    this.dialog = null
    await this.open?.session.settle()
    await this.attempt(async () => {
      const snapshot = await this.host.settleConflict(how)
      if (snapshot) this.take(snapshot)
    })
  }

  /** Keeps both: the nota here gets a file of its own. */
  async keepCopy(): Promise<void> {
    this.dialog = null
    await this.saveAs()
  }

  // Out

  /** Exports the internal version; with faults only after they were shown. What
   * the metadata lacks is told, and then nothing is made. */
  async exportTo(format: FormatId, metadata: MetadataKind[], bron: Bron): Promise<void> {
    this.dialog = null
    await this.open?.session.settle()
    await this.attempt(async () => {
      const made = await this.host.exportTo(format, metadata, bron)
      const { titel, uitleg } = t.uit.metagegevens
      this.dialog = made.gemaakt
        ? { kind: 'klaar', exported: made.gemaakt, format, version: 'intern' }
        : { kind: 'geweigerd', titel, uitleg, refused: made }
    })
  }

  /** Prints the version that is shown. */
  async print(): Promise<void> {
    const version = this.open?.version.shown ?? 'intern'
    await this.hand(
      () => this.host.print(version),
      t.uit.nietAfgedrukt,
      () => t.uit.afgedrukt[version],
    )
  }

  /** Makes an e-mail with the version that is shown. */
  async mail(how: 'open' | 'keep'): Promise<void> {
    const version = this.open?.version.shown ?? 'intern'
    this.dialog = null
    await this.hand(
      () => this.host.mail(how, version),
      t.uit.nietGemaild,
      ({ naam }) => (how === 'open' ? t.uit.mailKlaar[version] : t.uit.mailBewaard[version](naam)),
    )
  }

  /** Lays the PDF of the version that is shown ready, with what to put in the
   * message that one writes oneself. */
  async mailSelf(): Promise<void> {
    const version = this.open?.version.shown ?? 'intern'
    this.dialog = null
    await this.open?.session.settle()
    await this.attempt(async () => {
      const made = await this.host.mail('zelf', version)
      if (!made.gemaakt) {
        this.dialog = { kind: 'geweigerd', titel: t.uit.nietGemaild, uitleg: t.uit.geweigerd, refused: made }
        return
      }
      const bericht = await this.host.message(version)
      this.dialog = { kind: 'bericht', bericht, exported: made.gemaakt, version }
    })
  }

  /** Hands a file to another program and says which version it is. What bars the
   * public one is told, and then nothing goes. */
  private async hand(
    act: () => Promise<Publication>,
    titel: string,
    words: (exported: Exported) => string,
  ): Promise<void> {
    await this.open?.session.settle()
    await this.attempt(async () => {
      const made = await act()
      if (made.gemaakt) notices.say(words(made.gemaakt))
      else this.dialog = { kind: 'geweigerd', titel, uitleg: t.uit.geweigerd, refused: made }
    })
  }

  private onProgress(progress: Progress): void {
    clearTimeout(this.slow)
    if (progress.tekst === '') this.progress = null
    else if (this.progress) this.progress = progress
    // What is done within 300 ms is not worth a bar.
    else this.slow = setTimeout(() => (this.progress = progress), 300)
  }

  /** Does something with the host and says so when it does not succeed, with what
   * one can do then. */
  async attempt(act: () => Promise<unknown>, other: Notice['action'] = null): Promise<boolean> {
    try {
      await act()
      return true
    } catch (error) {
      notices.fail(error, other)
      return false
    }
  }

  /** Keeps the settings. */
  keepSettings(): void {
    const settings = $state.snapshot({ ...this.settings, melding: null })
    // One after the other: the last one is what stays.
    this.kept = this.kept.then(() => this.attempt(() => this.host.setSettings(settings)))
  }
}

function firstEmptyField(): void {
  const empty = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-veld] :is(input, textarea)[required]'),
  ].find((input) => input.value === '')
  empty?.focus()
}
