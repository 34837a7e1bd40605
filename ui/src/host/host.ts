// The interface between the window and the world: everything that is not
// drawing goes through it. `tauri.ts` serves it with the real engine,
// `memory.ts` in a plain browser, for development and tests.
//
// Every method that fails rejects with a `HostError`; code `cancelled` means
// that the user changed their mind in a dialog, and is no failure.

import type {
  Applied,
  Change,
  Comparison,
  Differences,
  DraftView,
  Explanation,
  Exported,
  FormatView,
  KeptText,
  OtherText,
  PagePoint,
  PagesView,
  Place,
  Problems,
  Progress,
  Publication,
  RecentFile,
  Report,
  SaveState,
  Settings,
  Snapshot,
  SuggestionView,
  TemplateChoice,
  Version,
  VersionView,
} from '../wire'

/** What the engine tells of its own accord, by name. */
export interface HostEvents {
  /** A revision was checked. */
  problems: Problems
  /** The pages of a revision were set. */
  pages: PagesView
  /** Where the saving stands has changed. */
  saved: SaveState
  /** The open nota is another one than the window shows, or its banner is. */
  snapshot: Snapshot
  /** A file was handed to the program: dropped, second start, command line. */
  'open-request': { path: string }
  /** Files are dragged over the window, or no longer. */
  dragging: { over: boolean }
  /** The user closes the window; the window asks and then calls `closeWindow`. */
  'close-request': null
  /** How far an operation is. */
  progress: Progress
  /** A background thread stopped; the text is safe. */
  'engine-stopped': { message: string }
  /** A command of a native menu, by its id in `state/commands.ts`. */
  command: { id: string }
}

/** The world as the window sees it. */
export interface Host {
  /** The operating system, for the names of keys: `macos`, `windows`, `linux`. */
  platform(): string
  /** The version of the program. */
  version(): Promise<string>

  // Starting
  /** The templates, those of the user's ministry first. */
  templates(): Promise<TemplateChoice[]>
  /** Files that were open before, the last one first. */
  recent(): Promise<RecentFile[]>
  /** Takes a file from the list of recent ones. */
  forgetRecent(path: string): Promise<RecentFile[]>
  /** The file that the program was started with; asked for once. */
  startFile(): Promise<string | null>
  /** A new nota. */
  newNota(template: string): Promise<Snapshot>
  /** Asks for a file and opens it. */
  openDialog(): Promise<Snapshot>
  /** Opens a file. */
  openPath(path: string): Promise<Snapshot>
  /** The open nota, none at the start. */
  snapshot(): Promise<Snapshot | null>

  // Editing
  /** Carries out a change. Changes with the same `group` one after another
   * are one step of undo; without a group a change is a step of its own. */
  apply(change: Change, group: string | null): Promise<Applied>
  undo(): Promise<Applied>
  redo(): Promise<Applied>

  // Pages
  /** The picture of a page, so many pixels wide, by the index and hash of a
   * `PageView`; an error with code `stale` when that page is no more. */
  pagePicture(index: number, hash: string, width: number): Promise<Blob>
  /** Where a place stands on the pages. */
  placeOnPage(place: Place): Promise<PagePoint | null>
  /** What stands at a point of a page, in points from its top left corner. */
  clickOnPage(page: number, x: number, y: number): Promise<Place | null>

  // Saving
  /** Saves; asks for a name when there is none. */
  save(): Promise<SaveState>
  /** Asks for a name and saves under it. */
  saveAs(): Promise<SaveState>
  /** Closes the nota without saving. */
  close(): Promise<void>
  /** Closes the window without asking. */
  closeWindow(): Promise<void>
  /** A button of the banner was pressed. */
  bannerAction(id: string): Promise<Snapshot | null>

  // The public version
  /** Shows the pages of a version from now on; `pages` tells of them. */
  showVersion(version: Version): Promise<void>
  /** What might have to be withheld. */
  suggestions(): Promise<SuggestionView[]>
  /** Both versions, as they would go out now; their pages are fetched by
   * `pagePicture` until the next comparison. */
  compare(): Promise<Comparison>
  /** Makes the public version and searches it for all that is withheld; asks
   * for a name only when it is proven. */
  exportPublic(format: string, report: Report): Promise<Publication>

  // What comes back
  /** Drafts that were not saved when the program stopped, the last one first. */
  drafts(): Promise<DraftView[]>
  /** What else is kept and in no file: closed without saving, its file gone, or
   * not saved because that failed. */
  kept(): Promise<DraftView[]>
  /** What a text that is kept has that its file has not. */
  compareDraft(kept: KeptText): Promise<Differences>
  /** Opens a text that is kept; its file stays as it is until one saves. */
  recoverDraft(kept: KeptText): Promise<Snapshot>
  /** Throws a text that is kept away. */
  forgetDraft(kept: KeptText): Promise<void>
  /** The versions of the open nota, the newest first. */
  versions(): Promise<VersionView[]>
  /** What came and went in the open nota since another text. */
  compareText(other: OtherText): Promise<Differences>
  /** Brings one part of another text back (its place in the differences), or
   * all of it; one step of undo. */
  restoreText(other: OtherText, part: number | null): Promise<Applied>
  /** Chooses between the nota here and what another wrote in its file. */
  settleConflict(how: 'mine' | 'theirs'): Promise<Snapshot | null>
  /** Takes away all drafts, versions and rescue copies. */
  forgetAll(): Promise<void>

  // Out
  formats(): Promise<FormatView[]>
  /** Asks for a name and exports. */
  exportTo(format: string): Promise<Exported>
  /** Ends the operation that `progress` tells of. */
  cancel(): Promise<void>
  /** Opens a file that was exported in its own program. */
  openExported(path: string): Promise<void>
  /** Shows a file that was exported in its folder. */
  showFolder(path: string): Promise<void>
  /** Prints our own PDF of a version through the system. A public one goes out
   * only when it is proven; else it says what bars it. */
  print(version: Version): Promise<Publication>
  /** Opens a draft e-mail with the PDF of a version, or asks where to keep it
   * when `keep`; a public one as for `print`. */
  mail(how: 'open' | 'keep', version: Version): Promise<Publication>
  /** Opens an address of the nota (http, https, mailto), asked for by the user. */
  openLink(href: string): Promise<void>

  // Settings and help
  settings(): Promise<Settings>
  setSettings(settings: Settings): Promise<void>
  /** Asks for a folder; none when the user changed their mind. */
  chooseFolder(): Promise<string | null>
  /** The page of a rule. */
  explain(code: string): Promise<Explanation>

  /** Waits until all that was registered so far is called back. */
  listening(): Promise<unknown>
  /** Calls back at each event until the function it returns is called. */
  on<K extends keyof HostEvents>(event: K, callback: (payload: HostEvents[K]) => void): () => void
}
