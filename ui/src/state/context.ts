// What the menu of the right button offers at a place, in groups: first what is
// said about the words there, then what one can do with them.
import { placeToSpan } from '../editor/places'
import type { SectionEditor } from '../editor/section-editor'
import { t } from '../teksten/nl'
import type { Diagnostic } from '../wire'
import type { App } from './app.svelte'
import { hasSelection } from './clipboard'
import { findCommand, runCommand } from './commands'
import { fixesOf } from './fixes'
import { shownKey } from './keys'

/** A line of the menu. */
export interface ContextItem {
  label: string
  /** The key that does the same, as it is shown. */
  keys?: string
  isEnabled: boolean
  run: () => unknown
}

/** Where the menu was asked for. */
export interface ContextPlace {
  /** The text that can be written in; none where one only reads. */
  text: HTMLElement | null
  /** The editor of a section or a footnote, with the position in it. */
  editor: SectionEditor | null
  pos: number
  /** The field. */
  field: string | null
  /** The address of the link there. */
  link: string | null
}

/** How many problems of one place the menu is about. */
const MOST = 2

/** The place that an event is about. The caret goes there, unless what is
 * selected is meant. */
export function placeOf(app: App, event: MouseEvent): ContextPlace {
  const target = event.target instanceof Element ? event.target : null
  const text =
    target?.closest<HTMLElement>('input:not([type=radio]):not([type=checkbox]), textarea, .ProseMirror') ?? null
  const session = app.open?.session
  const editors = session ? [...session.editors.values(), ...(session.noteEditor ? [session.noteEditor] : [])] : []
  const editor = editors.find((own) => own.view.dom === text) ?? null
  // The menu is about what has the focus.
  if (editor) editor.view.focus()
  else text?.focus()
  return {
    text,
    editor,
    pos: editor?.aimAt(event) ?? 0,
    field: target?.closest<HTMLElement>('[data-veld]')?.dataset['veld'] ?? null,
    link: editor?.linkAtCaret() ?? null,
  }
}

/** The groups of the menu; none when there is nothing to offer. */
export function menuAt(app: App, place: ContextPlace): ContextItem[][] {
  const own = (ids: string[]): ContextItem[] => ids.flatMap((id) => itemOf(app, id))
  if (!place.text) return hasSelection(app) ? [own(['kopieren'])] : []
  const inText = place.editor !== null
  return [
    saidAt(app, place),
    own(['knippen', 'kopieren', 'plakken', ...(inText ? ['plakken-tekst'] : [])]),
    [
      ...linkAt(app, place),
      ...own(place.editor === app.open?.session.noteEditor ? [] : inText ? ['koppeling', 'voetnoot'] : []),
      ...(app.open ? own(['niet-openbaar']) : []),
    ],
    inText ? own(['vet', 'cursief']) : [],
    own([...(app.open ? ['ongedaan'] : []), 'alles-selecteren']),
  ].filter((group) => group.length > 0)
}

function itemOf(app: App, id: string): ContextItem[] {
  const command = findCommand(id)
  if (!command) return []
  const [key] = command.keys ?? []
  return [
    {
      label: command.label,
      keys: key && shownKey(key, app.host.platform()),
      isEnabled: command.enabled?.(app) ?? true,
      run: () => runCommand(app, id),
    },
  ]
}

/** What is said about the words at the place: how to mend it, and why. */
function saidAt(app: App, { editor, pos, field }: ContextPlace): ContextItem[] {
  const problems = app.open?.problems
  if (!app.open || !problems || app.open.session.readOnly) return []
  const said = editor ? problems.ofSection(editor.id).filter((own) => isAbout(own, editor, pos)) : []
  const all = field === null ? said : problems.ofField(field)
  return all.slice(0, MOST).flatMap((problem) => [
    ...fixesOf(problem).map((fix) => ({
      label: fix.label,
      isEnabled: true,
      run: async () => {
        await app.open?.session.settle()
        await app.open?.session.apply(fix.change)
      },
    })),
    {
      label: t.snelmenu.uitleg(problem.message),
      isEnabled: true,
      run: () => (app.dialog = { kind: 'uitleg', code: problem.code }),
    },
  ])
}

function isAbout({ place }: Diagnostic, editor: SectionEditor, pos: number): boolean {
  if (!place.range || place.note !== null) return false
  const span = placeToSpan(editor.view.state.doc, place.path, place.range)
  return span !== null && span.from <= pos && pos <= span.to
}

function linkAt(app: App, { link }: ContextPlace): ContextItem[] {
  if (link === null) return []
  return [{ label: t.link.openen, isEnabled: true, run: () => app.attempt(() => app.host.openLink(link)) }]
}
