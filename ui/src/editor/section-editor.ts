// The editor of one section's body: a ProseMirror view with our keys and
// rules. It keeps no history: every edit goes to the host, which undoes over
// all fields and sections, and comes back as a body to show.
import { Slice, type Fragment } from 'prosemirror-model'
import {
  AllSelection,
  EditorState,
  Selection,
  TextSelection,
  type Command,
  type Plugin,
  type Transaction,
} from 'prosemirror-state'
import { gapCursor } from 'prosemirror-gapcursor'
import { isInTable, tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import type { Block, Diagnostic, TaalMelding, TextRange } from '../wire'
import { aroundPlugin } from './around'
import { flatten, restrict, type BlockName } from './allowed'
import { hasRoomBelow, roomBelow, wholeSlice } from './beside-table'
import { hereOf } from './commands'
import type { Way } from './flow'
import { Grouping, type EditKind } from './grouping'
import { typingRules } from './input-rules'
import { blocksToDoc, docToBlocks } from './json'
import { sectionKeys } from './keys'
import { askAtCaret, drawLanguage, languagePlugin, type Asked } from './language-marks'
import { drawMarking, markingPlugin, spotAt } from './marking'
import { publicSlice, type Surroundings } from './copy'
import { keepWithheld, withheldGuard } from './guard'
import { pastePlugin, type Pasted, type PasteOptions } from './paste'
import { askPhrase, insertPhrase, phrasesPlugin, type PhraseAsk } from './phrases'
import { placeToSpan, spanToPlace, type Span } from './places'
import { replaceSpans } from './replace'
import { isSelected } from './selected'
import { clipboardSerializer, schema } from './schema'
import { typeLetter } from './typing'
import { t } from '../teksten/nl'

/** What an editor is told and tells. */
export interface SectionOptions extends Omit<PasteOptions, 'pasted'> {
  /** What its groups of edits are called by. */
  id: string
  blocks: Block[]
  allowed: Set<BlockName>
  readOnly: () => boolean
  /** Whether the text is shown as it becomes public. */
  asPublic: () => boolean
  /** What copying has to know of the nota; none where all of this text is
   * withheld. */
  surroundings: () => Surroundings | null
  smart: () => boolean
  /** Whether letters are put in the text by us. Not where the system helps while
   * one types: macOS offers accents and replaces words, and a screen reader echoes
   * only what the web view puts in itself. */
  ownLetters: () => boolean
  /** Says what comes around the caret to who hears the text. */
  around: (words: string) => void
  /** What assistive technology reads out. */
  attributes: Record<string, string>
  /** The text changed. */
  changed: (blocks: Block[], group: string) => void
  /** The caret moved, or what is allowed at it changed. */
  moved: (editor: SectionEditor) => void
  focused: (editor: SectionEditor) => void
  /** One goes on past the edge of the text; false where nothing lies there. */
  leave: (way: Way) => boolean
  blurred: (editor: SectionEditor) => void
  /** The number of references to footnotes changed. */
  renumber: () => void
  /** A link was clicked with Ctrl held down. */
  openLink: (href: string) => void
  /** A reference to a footnote was clicked or opened by key. */
  openNote: (label: string) => void
  /** What is withheld cannot be changed while it is not shown. */
  refused: () => void
  /** Something of elsewhere was pasted, in a step of its own. */
  pasted: (pasted: Pasted, group: string) => void
  /** Suggestions are asked for words that are marked. */
  asked: (asked: Asked, editor: SectionEditor) => void
  /** Sentences to insert are asked for. */
  phrases: (asked: PhraseAsk, editor: SectionEditor) => void
  /** What goes before our own plugins. */
  before?: Plugin[]
}

/** How long until it is looked again whether a letter is still being composed. */
const AFTER_COMPOSING = 50

/** From the first key on a caret at the start of the text is where the person
 * put it. In the first moments after the focus ProseMirror takes it for a slip of
 * the web view and puts the caret back, so that Home did nothing. */
function takesOver(view: EditorView): void {
  const { input } = view as unknown as { input: { lastFocus: number } }
  input.lastFocus = 0
}

/** The editor of a section. */
export class SectionEditor {
  readonly view: EditorView
  readonly id: string
  private readonly grouping: Grouping
  private pending: { group: string } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private group = ''

  constructor(
    private readonly mount: HTMLElement,
    private readonly options: SectionOptions,
  ) {
    this.id = options.id
    this.grouping = new Grouping(`tekst:${options.id}`)
    const plugins = [
      ...(options.before ?? []),
      typingRules(options.allowed, options.smart),
      ...sectionKeys(options.leave),
      tableEditing(),
      gapCursor(),
      roomBelow(),
      markingPlugin(),
      languagePlugin((asked) => options.asked(asked, this)),
      aroundPlugin(options.around),
      phrasesPlugin((asked) => options.phrases(asked, this)),
      withheldGuard(options.asPublic),
      pastePlugin({
        ...options,
        pasted: (pasted) => {
          this.flush()
          options.pasted(pasted, this.group)
        },
      }),
    ]
    this.view = new EditorView(mount, {
      state: EditorState.create({ doc: blocksToDoc(options.blocks), plugins }),
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        spellcheck: 'false',
        // What cannot be changed is selected and copied by key too.
        ...(options.readOnly() ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
        ...options.attributes,
      }),
      editable: () => !options.readOnly(),
      dispatchTransaction: (tr) => this.dispatch(tr),
      clipboardSerializer: clipboardSerializer(),
      // What one sees is what one copies, cuts and drags.
      transformCopied: (slice, { state }) => {
        return this.leaving(state.selection instanceof AllSelection ? wholeSlice(state.doc) : slice)
      },
      transformPasted: (pasted) => this.fitting(pasted),
      handleKeyPress: (view, event) => options.ownLetters() && typeLetter(view, event),
      handleClickOn: (_view, _pos, node) => {
        if (node.type.name === 'note') options.openNote(String(node.attrs['label']))
        return false
      },
      handleClick: (view, pos, event) => {
        const link = event.target instanceof Element && event.target.closest('.link')
        // A plain click places the caret, or takes what is still to be filled in
        // whole: what is typed or pasted comes in its place.
        if (!link || !(event.ctrlKey || event.metaKey)) {
          const spot = event.shiftKey ? null : spotAt(view.state, pos)
          if (spot) this.select(spot)
          return spot !== null
        }
        const href = this.hrefAt(link)
        if (href !== null) options.openLink(href)
        return true
      },
      handleDOMEvents: {
        focus: () => {
          options.focused(this)
        },
        keydown: (view) => {
          takesOver(view)
        },
        blur: () => {
          this.flush()
          this.grouping.end()
          options.blurred(this)
        },
        // Undo is the host's, also from the menu of the system.
        beforeinput: (_view, event) => {
          if (/^history/.test(event.inputType)) event.preventDefault()
        },
        drop: (_view, event) => {
          if (event.dataTransfer?.files.length) event.preventDefault()
        },
        // The right button asks for a menu about what is selected.
        mousedown: (_view, event) => {
          if (event.button === 2) event.preventDefault()
          return event.button === 2
        },
        mouseover: (_view, event) => this.pointAt(event),
      },
    })
    this.showHint()
  }

  /** Says whether there is no text, for the hint that stands in its place. */
  private showHint(): void {
    const { doc } = this.view.state
    this.mount.toggleAttribute(
      'data-leeg',
      doc.childCount === 1 && doc.firstChild?.content.size === 0 && doc.firstChild.isTextblock,
    )
  }

  /** Carries out a command of ProseMirror, with the focus back in the text. */
  run(command: Command): boolean {
    const done = command(this.view.state, this.view.dispatch, this.view)
    this.view.focus()
    return done
  }

  /** Sends what was typed and not sent. */
  flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const { pending } = this
    if (!pending) return
    this.pending = null
    this.options.changed(docToBlocks(this.view.state.doc), pending.group)
  }

  /** Whether something was typed and not sent. */
  get isPending(): boolean {
    return this.pending !== null
  }

  /** Shows another body; the caret stays, or goes to what changed. */
  setBlocks(blocks: Block[], follow: boolean): void {
    const { state } = this.view
    const next = blocksToDoc(blocks)
    const start = state.doc.content.findDiffStart(next.content)
    const ends = state.doc.content.findDiffEnd(next.content)
    if (start === null || ends === null) return
    // In a run of the same letters the two searches can overlap.
    const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
    const tr = state.tr.replace(start, ends.a + overlap, next.slice(start, ends.b + overlap)).setMeta('host', true)
    if (!tr.doc.eq(next)) tr.replaceWith(0, tr.doc.content.size, next.content)
    if (follow) {
      const at = Math.min(ends.b + overlap, tr.doc.content.size)
      tr.setSelection(TextSelection.near(tr.doc.resolve(at), -1)).scrollIntoView()
    }
    this.pending = null
    clearTimeout(this.timer)
    this.timer = undefined
    this.view.dispatch(tr)
  }

  /** Draws the problems of this section. */
  setProblems(problems: Diagnostic[]): void {
    this.draw('problems', (state) => drawMarking(state, { problems }))
  }

  /** Draws what the language checks say of this text. */
  setLanguage(meldingen: TaalMelding[]): void {
    this.draw('language', (state) => drawLanguage(state, meldingen))
  }

  /** Draws what was found. */
  setFound(spans: Span[], current: number): void {
    this.draw('found', (state) => drawMarking(state, { found: { spans, current } }))
    // A reference that is drawn anew loses its number.
    if (countNotes(this.view.state) > 0) this.options.renumber()
  }

  /** Draws what a command would be about, while the focus is elsewhere. */
  setMeant(meant: Span[]): void {
    this.draw('meant', (state) => drawMarking(state, { meant }))
  }

  /** Draws at once, or when the letter that is being composed is there: to draw
   * in the text before would break it. */
  private draw(what: string, how: (state: EditorState) => Transaction): void {
    this.undrawn.set(what, how)
    this.drawAll()
  }
  private readonly undrawn = new Map<string, (state: EditorState) => Transaction>()
  private drawing: ReturnType<typeof setTimeout> | undefined

  private drawAll(): void {
    clearTimeout(this.drawing)
    if (this.view.composing) {
      this.drawing = setTimeout(() => this.drawAll(), AFTER_COMPOSING)
      return
    }
    for (const how of this.undrawn.values()) this.view.dispatch(how(this.view.state))
    this.undrawn.clear()
  }

  /** Replaces stretches of text by another, as part of a named step. */
  replaceText(spans: Span[], text: string, group: string): void {
    this.flush()
    this.view.dispatch(replaceSpans(this.view.state.tr, spans, text).setMeta('group', group))
    this.flush()
  }

  /** Goes to a place in the body; without a path to its start. */
  goTo(path: number[], range: TextRange | null): void {
    const { doc } = this.view.state
    const span = placeToSpan(doc, path, range)
    const selection =
      span && path.length
        ? TextSelection.between(doc.resolve(span.from), doc.resolve(range ? span.to : span.from))
        : TextSelection.atStart(doc)
    this.view.focus()
    this.view.dispatch(this.view.state.tr.setSelection(selection).scrollIntoView())
  }

  /** Puts the caret at an end of the text: who comes from the section before is at
   * its start. */
  enter(way: Way): void {
    const { doc, tr } = this.view.state
    this.view.focus()
    this.view.dispatch(
      tr.setSelection(way === 'verder' ? Selection.atStart(doc) : Selection.atEnd(doc)).scrollIntoView(),
    )
  }

  /** Selects a stretch of text. */
  select(span: Span): void {
    this.view.focus()
    this.view.dispatch(
      this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, span.from, span.to)).scrollIntoView(),
    )
  }

  /** Asks for sentences to insert at the caret. */
  askPhrase(): void {
    askPhrase(this.view, '', (asked) => this.options.phrases(asked, this))
  }

  /** Puts a sentence at the caret. */
  insert(text: string): void {
    this.view.dispatch(insertPhrase(this.view.state, text))
    this.view.focus()
  }

  /** Asks for suggestions for the words at the caret; false when nothing is said
   * of them. */
  ask(): boolean {
    return askAtCaret(this.view, (asked) => this.options.asked(asked, this))
  }

  /** Where the caret stands. */
  place(): { path: number[]; range: TextRange } {
    const { $from, to } = this.view.state.selection
    return spanToPlace($from, to)
  }

  /** Draws anew what depends on being read only. */
  refresh(): void {
    this.view.setProps({})
  }

  destroy(): void {
    this.flush()
    clearTimeout(this.drawing)
    this.view.destroy()
  }

  /** Gives the text the focus, also one that can only be read. */
  focus(): void {
    this.view.focus()
    if (!this.view.editable) this.view.dom.focus({ preventScroll: true })
  }

  /** Whether the text is shown as it becomes public. */
  get isPublic(): boolean {
    return this.options.asPublic()
  }

  /** Has the next edit, and what is typed on after it, be part of a step. */
  joins(group: string): void {
    this.flush()
    this.grouping.join(group)
  }

  /** Whether an edit is let through; says so where it is not. */
  lets(tr: Transaction): boolean {
    if (this.options.readOnly()) return false
    const isLet = this.view.state.applyTransaction(tr).transactions.length > 0
    if (!isLet) this.options.refused()
    return isLet
  }

  /** A part of the text as it leaves: what one sees is what one copies. */
  leaving(slice: Slice): Slice {
    return this.options.asPublic() ? this.asRead(slice) : slice
  }

  /** A part of another text as it can stand at the caret. */
  private fitting(pasted: Slice): Slice {
    const { state } = this.view
    const slice = keepWithheld(pasted, state.selection.$from.depth <= 1)
    return isInTable(state) ? flatten(slice) : restrict(slice, this.options.allowed)
  }

  /** Puts a part of another text in the place of what is selected. */
  put(slice: Slice, group: string): void {
    this.flush()
    const tr = this.view.state.tr.replaceSelection(this.fitting(slice))
    this.view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('group', group))
    this.flush()
  }

  /** Puts blocks of another text behind all that stands here. */
  append(content: Fragment, group: string): void {
    const { doc, tr } = this.view.state
    const isEmpty = docToBlocks(doc).length === 0
    const end = hasRoomBelow(doc) ? doc.content.size - 2 : doc.content.size
    const fit = restrict(keepWithheld(new Slice(content, 0, 0), true), this.options.allowed).content
    this.flush()
    this.view.dispatch((isEmpty ? tr.replaceWith(0, end, fit) : tr.insert(end, fit)).setMeta('group', group))
    this.flush()
  }

  /** A part of the text as everyone may read it. */
  private asRead(slice: Slice): Slice {
    this.flush()
    const around = this.options.surroundings()
    return around ? publicSlice(slice, around) : Slice.empty
  }

  /** Says where the link under the pointer leads. Around the text, and not on the
   * link: there assistive technology reads it in place of the words, and the
   * system copies it along. */
  private pointAt({ target }: MouseEvent): void {
    const link = target instanceof Element ? target.closest('.link') : null
    const href = link && this.hrefAt(link)
    if (href && this.isShown(href)) this.mount.title = t.link.wijzer(href)
    else this.mount.removeAttribute('title')
  }

  /** The position that the mouse is at. The caret goes there, unless it is in what
   * is selected; without a mouse it is where the caret is. */
  aimAt({ clientX: left, clientY: top }: MouseEvent): number {
    const { state } = this.view
    const at = left === 0 ? null : this.view.posAtCoords({ left, top })
    if (!at) return state.selection.from
    const isMeant = isSelected(state, at.pos) || (at.pos >= state.selection.from && at.pos <= state.selection.to)
    if (!isMeant) this.view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at.pos))))
    return at.pos
  }

  /** Holds on to what is selected; gives what selects it again, with the focus in
   * the text. */
  hold(): () => void {
    const { doc, selection } = this.view.state
    return () => {
      const { state } = this.view
      this.view.focus()
      if (state.doc.eq(doc))
        this.view.dispatch(state.tr.setSelection(Selection.fromJSON(state.doc, selection.toJSON())))
      this.view.focus()
    }
  }

  /** Where the caret is drawn. */
  caretRect(): { left: number; bottom: number } {
    return this.view.coordsAtPos(this.view.state.selection.from)
  }

  /** The address of the link at the caret, as far as that is shown. */
  linkAtCaret(): string | null {
    const href = hereOf(this.view.state).link
    return href !== null && this.isShown(href) ? href : null
  }

  /** The address of a link that is drawn. */
  private hrefAt(link: Element): string | null {
    const own = this.view.state.doc.resolve(this.view.posAtDOM(link, 0)).nodeAfter?.marks
    const href: unknown = own?.find((mark) => mark.type.name === 'link')?.attrs['href']
    return typeof href === 'string' ? href : null
  }

  /** Whether the text is shown as it becomes public, and the address of a link is
   * not part of that. */
  hides(href: string): boolean {
    return !this.isShown(href)
  }

  /** Whether an address stands in the version that is shown. */
  private isShown(href: string): boolean {
    return !this.options.asPublic() || this.options.surroundings()?.hidden.has(href) === false
  }

  private dispatch(tr: Transaction): void {
    const before = this.view.state
    const { state, transactions } = before.applyTransaction(tr)
    if (transactions.length === 0) {
      this.options.refused()
      return
    }
    if (tr.docChanged && !tr.getMeta('host')) this.note(tr)
    this.view.updateState(state)
    if (tr.docChanged) this.showHint()
    // A block that is drawn anew loses the numbers in it.
    if (tr.docChanged && (countNotes(state) > 0 || countNotes(before) > 0)) this.options.renumber()
    if (tr.docChanged || tr.selectionSet || tr.storedMarksSet) this.options.moved(this)
  }

  /** Takes down that an edit waits to be sent. */
  private note(tr: Transaction): void {
    const [kind, typed] = kindOf(tr)
    const group = (tr.getMeta('group') as string | undefined) ?? this.grouping.next(kind, typed, Date.now())
    // The edits before belong to another step: they are sent apart.
    if (this.pending && this.pending.group !== group) this.flush()
    this.pending = { group }
    this.group = group
    // After this event, so that the pages follow the keys; what is typed until
    // then goes along.
    this.timer ??= setTimeout(() => this.flush())
  }
}

function countNotes(state: EditorState): number {
  let count = 0
  state.doc.descendants((node) => {
    if (node.type.name === 'note') count += 1
  })
  return count
}

function kindOf(tr: Transaction): [EditKind, string] {
  if (tr.getMeta('paste') || tr.getMeta('uiEvent') === 'cut' || tr.steps.length !== 1) return ['other', '']
  const step = tr.steps[0]?.toJSON() as { stepType: string; from: number; to: number; slice?: unknown }
  if (step.stepType !== 'replace') return ['other', '']
  const slice = Slice.fromJSON(schema, step.slice as Record<string, unknown>)
  if (slice.size === 0) return step.to - step.from <= 2 ? ['delete', ''] : ['other', '']
  const typed = slice.content.textBetween(0, slice.content.size)
  // Enter goes on typing.
  if (typed === '' && step.from === step.to && slice.openStart > 0) return ['type', '\n']
  return slice.openStart === 0 &&
    slice.openEnd === 0 &&
    slice.content.childCount === 1 &&
    slice.content.firstChild?.isText &&
    typed.length <= 3
    ? ['type', typed]
    : ['other', typed]
}
