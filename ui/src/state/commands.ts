// All that one can do with a key or from a menu, in one list: the menus, the
// keys and the page of help are made from it.
import * as across from '../across/change'
import * as text from '../editor/commands'
import { t } from '../teksten/nl'
import type { App } from './app.svelte'
import { edit, hasSelection, isWritable, paste, selectAll, textInUse } from './clipboard'

/** The menus, and what has a key without standing in one. */
export type Menu = 'bestand' | 'bewerken' | 'beeld' | 'opmaak' | 'help'

/** Something one can do. */
export interface AppCommand {
  id: string
  label: string
  /** What it is called while the public version is shown, where it then makes
   * that one. */
  publicLabel?: string
  menu: Menu
  /** The key, also a second one. */
  keys?: string[]
  /** Who carries out its key; we, unless it is said. */
  keysBy?: 'webview'
  /** Whether a line stands above it in the menu. */
  apart?: boolean
  /** Whether it is for the text of a section. */
  inText?: boolean
  enabled?: (app: App) => boolean
  run: (app: App) => unknown
}

const hasNota = (app: App): boolean => app.open !== null
const mayChange = (app: App): boolean => app.open !== null && !app.open.session.readOnly
const inText = (app: App): boolean => mayChange(app) && app.open?.session.active !== null
/** What is done at one place has no meaning for what lies over several sections. */
const inOneText = (app: App): boolean => inText(app) && app.open?.session.across.isActive === false

const o = t.opdrachten

/** A footnote at the caret, with its text open to write. */
export function addNote(app: App): void {
  const session = app.open?.session
  const editor = session?.active
  if (!session || !editor) return
  const label = session.newLabel()
  if (!editor.run(text.insertNote(label))) return
  editor.flush()
  void session.setNote(label, [], text.noteGroup(label))
  session.openNote = label
}

/** Asks on what ground the field or the text with the focus is withheld. */
export function askGround(app: App): void {
  const session = app.open?.session
  if (!session) return
  // What was typed in a field is in it first.
  session.flush()
  const key = document.activeElement?.closest<HTMLElement>('[data-veld]')?.dataset['veld']
  const field = session.fields.find((own) => own.sleutel === key) ?? null
  const editor = field ? null : (session.noteEditor ?? session.active)
  const over = !field && editor === session.active && session.across.isActive ? session.across : null
  if (field || editor) app.askGround({ editor, field, over })
}

/** Makes what is selected bold or in italics, also over several sections. */
export function setMark(app: App, name: 'sterk' | 'nadruk'): void {
  const session = app.open?.session
  if (session?.across.isActive) across.toggle(session.across, name)
  else session?.active?.run(name === 'sterk' ? text.toggleSterk : text.toggleNadruk)
}

function setEnglish(app: App): void {
  const session = app.open?.session
  if (session?.across.isActive) across.toggleLanguage(session.across, 'en')
  else session?.active?.run(text.toggleLanguage('en'))
}

const lastFocus = new WeakMap<Element, HTMLElement>()

/** Remembers where in its pane the focus is, to come back to. */
export function rememberFocus(event: FocusEvent): void {
  const target = event.target as HTMLElement
  const pane = target.closest('[data-paneel]')
  if (pane) lastFocus.set(pane, target)
}

/** The next pane, in the order of the window. */
export function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-paneel]')].filter(
    (pane) => pane.offsetParent !== null,
  )
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + by + panes.length) % panes.length]
  const kept = next && lastFocus.get(next)
  const last = kept?.isConnected ? kept : next?.querySelector<HTMLElement>('[data-laatst]')
  const first = next?.querySelector<HTMLElement>(
    'input:not([disabled]), select, textarea, [contenteditable="true"], button:not([disabled]), a[href]',
  )
  ;(last ?? first ?? next)?.focus()
}

const resize = (app: App, size: number): void => {
  app.settings.tekstgrootte = Math.min(400, Math.max(80, size))
  app.keepSettings()
}

const section = (number: number): AppCommand => ({
  id: `sectie-${number}`,
  label: o.sectie(number),
  menu: 'help',
  keys: [`Mod+${number}`],
  enabled: hasNota,
  run: (app) => {
    const session = app.open?.session
    const wanted = session?.sections.filter((own) => own.index !== null && !own.onderdeel_van)[number - 1]
    if (!session || !wanted) return
    const id = wanted.id
    document.getElementById(`sectie-${id}`)?.scrollIntoView({ block: 'start' })
    session.editors.get(id)?.goTo([], null)
  },
})

/** The list. */
export const commands: AppCommand[] = [
  { id: 'nieuw', label: o.nieuw, menu: 'bestand', keys: ['Mod+N'], run: (app) => (app.dialog = { kind: 'nieuw' }) },
  {
    id: 'venster',
    label: o.venster,
    menu: 'bestand',
    keys: ['Mod+Shift+N'],
    run: (app) => app.attempt(() => app.host.newWindow(null)),
  },
  { id: 'openen', label: o.openen, menu: 'bestand', keys: ['Mod+O'], run: (app) => app.openDialog() },
  { id: 'importeren', label: o.importeren, menu: 'bestand', keys: ['Mod+Shift+O'], run: (app) => app.importDialog() },
  {
    id: 'opslaan',
    label: o.opslaan,
    menu: 'bestand',
    keys: ['Mod+S'],
    apart: true,
    enabled: mayChange,
    run: (app) => app.save(),
  },
  {
    id: 'opslaan-als',
    label: o.opslaanAls,
    menu: 'bestand',
    keys: ['Mod+Shift+S'],
    enabled: hasNota,
    run: (app) => app.saveAs(),
  },
  {
    id: 'versies',
    label: o.versies,
    menu: 'bestand',
    enabled: hasNota,
    run: (app) => (app.dialog = { kind: 'versies' }),
  },
  {
    id: 'exporteren',
    label: o.exporteren,
    menu: 'bestand',
    keys: ['Mod+E'],
    apart: true,
    enabled: hasNota,
    run: (app) => (app.dialog = { kind: 'exporteren' }),
  },
  { id: 'bundel', label: o.bundel, menu: 'bestand', run: (app) => (app.dialog = { kind: 'bundel' }) },
  {
    id: 'afdrukken',
    label: o.afdrukken,
    publicLabel: o.afdrukkenOpenbaar,
    menu: 'bestand',
    keys: ['Mod+P'],
    enabled: hasNota,
    run: (app) => app.print(),
  },
  {
    id: 'mailen',
    label: o.mailen,
    publicLabel: o.mailenOpenbaar,
    menu: 'bestand',
    enabled: hasNota,
    run: (app) => (app.dialog = { kind: 'mailen' }),
  },
  {
    id: 'mail-bewaren',
    label: o.mailBewaren,
    publicLabel: o.mailBewarenOpenbaar,
    menu: 'bestand',
    enabled: hasNota,
    run: (app) => app.mail('keep'),
  },
  {
    id: 'instellingen',
    label: o.instellingen,
    menu: 'bestand',
    apart: true,
    run: (app) => (app.dialog = { kind: 'instellingen' }),
  },
  {
    id: 'sluiten',
    label: o.sluiten,
    menu: 'bestand',
    keys: ['Mod+W'],
    apart: true,
    enabled: hasNota,
    run: (app) => app.close(),
  },
  { id: 'afsluiten', label: o.afsluiten, menu: 'bestand', keys: ['Mod+Q'], run: (app) => app.closeWindow() },

  {
    id: 'ongedaan',
    label: o.ongedaanMaken,
    menu: 'bewerken',
    keys: ['Mod+Z'],
    enabled: (app) => mayChange(app),
    run: (app) => app.open?.session.undo(),
  },
  {
    id: 'opnieuw',
    label: o.opnieuw,
    menu: 'bewerken',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    enabled: (app) => mayChange(app),
    run: (app) => app.open?.session.redo(),
  },
  {
    id: 'knippen',
    label: o.knippen,
    menu: 'bewerken',
    keys: ['Mod+X'],
    keysBy: 'webview',
    apart: true,
    enabled: (app) => isWritable() && hasSelection(app),
    run: (app) => edit(app, 'cut'),
  },
  {
    id: 'kopieren',
    label: o.kopieren,
    menu: 'bewerken',
    keys: ['Mod+C'],
    keysBy: 'webview',
    enabled: hasSelection,
    run: (app) => edit(app, 'copy'),
  },
  {
    id: 'plakken',
    label: o.plakken,
    menu: 'bewerken',
    keys: ['Mod+V'],
    keysBy: 'webview',
    enabled: isWritable,
    run: (app) => app.attempt(() => paste(app, 'opmaak')),
  },
  {
    id: 'plakken-tekst',
    label: o.plakkenTekst,
    menu: 'bewerken',
    keys: ['Mod+Shift+V'],
    keysBy: 'webview',
    enabled: isWritable,
    run: (app) => app.attempt(() => paste(app, 'tekst')),
  },
  {
    id: 'alles-selecteren',
    label: o.allesSelecteren,
    menu: 'bewerken',
    keys: ['Mod+A'],
    keysBy: 'webview',
    enabled: () => textInUse() !== null,
    run: (app) => selectAll(app, 'nota'),
  },
  {
    id: 'tekst-selecteren',
    label: o.sectieSelecteren,
    menu: 'bewerken',
    keys: ['Mod+Shift+A'],
    keysBy: 'webview',
    enabled: () => textInUse()?.matches('.ProseMirror') === true,
    run: (app) => selectAll(app, 'sectie'),
  },

  {
    id: 'zoeken',
    label: o.zoeken,
    menu: 'bewerken',
    keys: ['Mod+F'],
    apart: true,
    enabled: hasNota,
    run: (app) => app.find('zoeken'),
  },
  {
    id: 'vervangen',
    label: o.vervangen,
    menu: 'bewerken',
    keys: ['Mod+H'],
    enabled: mayChange,
    run: (app) => app.find('vervangen'),
  },
  {
    id: 'taal',
    label: t.taal.nakijken,
    menu: 'bewerken',
    keys: ['F7'],
    apart: true,
    enabled: hasNota,
    run: (app) => app.read(),
  },
  {
    id: 'voorstellen',
    label: t.taal.voorstellen,
    menu: 'bewerken',
    keys: ['Alt+Enter'],
    inText: true,
    enabled: mayChange,
    run: (app) => app.askWord(),
  },
  {
    id: 'volgend-probleem',
    label: o.volgendProbleem,
    menu: 'bewerken',
    keys: ['F8'],
    apart: true,
    enabled: hasNota,
    run: (app) => app.stepProblem(1),
  },
  {
    id: 'vorig-probleem',
    label: o.vorigProbleem,
    menu: 'bewerken',
    keys: ['Shift+F8'],
    enabled: hasNota,
    run: (app) => app.stepProblem(-1),
  },

  {
    id: 'vet',
    label: o.vet,
    menu: 'opmaak',
    keys: ['Mod+B'],
    inText: true,
    enabled: inText,
    run: (app) => setMark(app, 'sterk'),
  },
  {
    id: 'cursief',
    label: o.cursief,
    menu: 'opmaak',
    keys: ['Mod+I'],
    inText: true,
    enabled: inText,
    run: (app) => setMark(app, 'nadruk'),
  },
  {
    id: 'koppeling',
    label: o.koppeling,
    menu: 'opmaak',
    keys: ['Mod+K'],
    inText: true,
    enabled: inOneText,
    run: (app) => (app.dialog = { kind: 'link' }),
  },
  {
    id: 'genummerd',
    label: o.genummerd,
    menu: 'opmaak',
    keys: ['Mod+Shift+7'],
    inText: true,
    enabled: inOneText,
    run: (app) => app.open?.session.active?.run(text.toggleList('ordered')),
  },
  {
    id: 'opsomming',
    label: o.opsomming,
    menu: 'opmaak',
    keys: ['Mod+Shift+8'],
    inText: true,
    enabled: inOneText,
    run: (app) => app.open?.session.active?.run(text.toggleList('bullet')),
  },
  {
    id: 'standaardzin',
    label: t.taal.standaardzin,
    menu: 'opmaak',
    keys: ['Mod+Spatie'],
    inText: true,
    enabled: inOneText,
    run: (app) => app.open?.session.active?.askPhrase(),
  },
  {
    id: 'engels',
    label: t.taal.engels,
    menu: 'opmaak',
    inText: true,
    enabled: inText,
    run: setEnglish,
  },
  {
    id: 'voetnoot',
    label: o.voetnoot,
    menu: 'opmaak',
    keys: ['Mod+Alt+F'],
    inText: true,
    enabled: inOneText,
    run: addNote,
  },
  {
    id: 'niet-openbaar',
    label: o.nietOpenbaar,
    menu: 'opmaak',
    keys: ['Mod+Shift+L'],
    enabled: mayChange,
    run: askGround,
  },

  {
    id: 'werkbalk',
    label: o.werkbalk,
    menu: 'opmaak',
    keys: ['Alt+F10'],
    inText: true,
    enabled: inText,
    run: () => document.querySelector<HTMLElement>('[data-werkbalk] button')?.focus(),
  },

  {
    id: 'lijst',
    label: o.lijst,
    menu: 'beeld',
    keys: ['Shift+F9'],
    enabled: hasNota,
    run: (app) => app.panes.toggle('lijst'),
  },
  {
    id: 'paginas',
    label: o.paginas,
    menu: 'beeld',
    keys: ['F9'],
    enabled: hasNota,
    run: (app) => app.panes.toggle('paginas'),
  },
  {
    id: 'problemen',
    label: o.problemen,
    menu: 'beeld',
    keys: ['Mod+F8'],
    enabled: hasNota,
    run: (app) => app.panes.toggleProblems(),
  },
  {
    id: 'leesbaarheid',
    label: t.taal.leesbaarheid.titel,
    menu: 'beeld',
    enabled: hasNota,
    run: (app) => {
      app.panes.reads = true
      app.read()
    },
  },
  {
    id: 'openbare-versie',
    label: t.openbaar.toon,
    menu: 'beeld',
    apart: true,
    enabled: (app) => app.open?.version.isPublic === false,
    run: (app) => app.showVersion('openbaar'),
  },
  {
    id: 'interne-versie',
    label: t.openbaar.toonIntern,
    menu: 'beeld',
    enabled: (app) => app.open?.version.isPublic === true,
    run: (app) => app.showVersion('intern'),
  },
  {
    id: 'groter',
    label: o.groter,
    menu: 'beeld',
    keys: ['Mod++'],
    apart: true,
    run: (app) => resize(app, app.settings.tekstgrootte + (app.settings.tekstgrootte < 200 ? 10 : 50)),
  },
  {
    id: 'kleiner',
    label: o.kleiner,
    menu: 'beeld',
    keys: ['Mod+-'],
    run: (app) => resize(app, app.settings.tekstgrootte - (app.settings.tekstgrootte > 200 ? 50 : 10)),
  },
  { id: 'normaal', label: o.normaal, menu: 'beeld', keys: ['Mod+0'], run: (app) => resize(app, 100) },
  {
    id: 'volgend-paneel',
    label: o.volgendPaneel,
    menu: 'beeld',
    keys: ['F6'],
    apart: true,
    enabled: hasNota,
    run: () => nextPane(1),
  },
  {
    id: 'vorig-paneel',
    label: o.vorigPaneel,
    menu: 'beeld',
    keys: ['Shift+F6'],
    enabled: hasNota,
    run: () => nextPane(-1),
  },

  { id: 'help', label: o.help, menu: 'help', keys: ['F1'], run: (app) => (app.dialog = { kind: 'help' }) },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(section),
]

/** A command by its id. */
export const findCommand = (id: string): AppCommand | undefined => commands.find((own) => own.id === id)

/** Carries a command out, when it can be done now. */
export function runCommand(app: App, id: string): void {
  const command = findCommand(id)
  if (command && (command.enabled?.(app) ?? true)) command.run(app)
}
