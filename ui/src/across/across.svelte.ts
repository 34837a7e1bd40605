// A selection that lies over several sections. Each section is an editor of its
// own, so the web view has no such selection: its ends are kept here, it is drawn
// in each text, and the section where one is has its own part of it as the
// selection of the web view.
import { AllSelection, TextSelection, type EditorState, type Selection } from 'prosemirror-state'
import type { Way } from '../editor/flow'
import { drawSelected } from '../editor/selected'
import type { SectionEditor } from '../editor/section-editor'
import { t } from '../teksten/nl'
import { edgeOf, endOf, partsOf, startOf, wordsOf, type Part, type Reach, type Text } from './reach'

/** What the selection has to know of the nota. */
export interface Nota {
  /** The texts that can be selected now. */
  texts: () => Text[]
  /** Tells who cannot see it. */
  say: (text: string) => void
  /** Tells in how many sections a paste came. */
  pasted: (sections: number) => void
}

/** What happens to the selection of the web view when the ends are put. */
type Follow =
  /** It goes to the section where one is. */
  | 'erheen'
  /** The same, without scrolling. */
  | 'stil'
  /** It stays: the web view moves it itself. */
  | 'blijft'

/** How long until it is said how much is selected. */
const PAUSE = 400

/** The selection over several sections. */
export class Across {
  /** What is selected, when that lies over several sections. */
  parts = $state.raw<Part[]>([])
  reach: Reach | null = null
  /** Whether the mouse is drawing it. */
  isDrawn = false
  private isOurs = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private steps = 0

  constructor(readonly nota: Nota) {}

  get isActive(): boolean {
    return this.parts.length > 0
  }

  /** A name for a step of undo. */
  newStep(): string {
    this.steps += 1
    return this.lastStep
  }

  /** The name of the last step. */
  get lastStep(): string {
    return `over-secties:${this.steps}`
  }

  textOf = (id: string): Text | undefined => this.nota.texts().find((own) => own.id === id)

  /** The text before or after another; none at the end of the nota. */
  beside(id: string, way: Way): Text | undefined {
    const texts = this.nota.texts()
    return texts[texts.findIndex((own) => own.id === id) + (way === 'verder' ? 1 : -1)]
  }

  /** Selects from one place to another; in one section as always. */
  put(reach: Reach, follow: Follow = 'erheen'): void {
    const parts = partsOf(this.nota.texts(), reach)
    const [anchor, head] = [this.textOf(reach.anchor.id), this.textOf(reach.head.id)]
    if (!anchor || !head || parts.length === 0) return this.end()
    if (anchor === head) {
      this.end()
      if (follow !== 'blijft') select(head.editor, reach.anchor.pos, reach.head.pos, follow === 'erheen')
      return
    }
    this.reach = reach
    this.draw(parts)
    if (follow !== 'blijft') this.follow(anchor, head, follow)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.nota.say(t.selectie.over(this.parts.length, wordsOf(this.parts))), PAUSE)
  }

  /** Selects the text of the whole nota; one stays where one is. */
  all(from: SectionEditor): boolean {
    const texts = this.nota.texts()
    const [first, last] = [texts[0], texts.at(-1)]
    if (!first || !last || first === last) return false
    const reach = {
      anchor: { id: first.id, pos: startOf(first.editor.view.state.doc) },
      head: { id: last.id, pos: endOf(last.editor.view.state.doc) },
    }
    this.put(reach, 'blijft')
    this.ours(() => {
      const { state } = from.view
      from.view.dispatch(state.tr.setSelection(new AllSelection(state.doc)))
    })
    return true
  }

  /** Nothing is selected over several sections any more. */
  end(): void {
    clearTimeout(this.timer)
    this.reach = null
    this.isDrawn = false
    if (this.isActive) this.draw([])
  }

  /** Puts the caret at the start or the end of what was selected. */
  collapse(way: Way): void {
    const part = way === 'terug' ? this.parts[0] : this.parts.at(-1)
    this.end()
    if (!part) return
    const { doc } = part.text.editor.view.state
    const pos = way === 'terug' ? Math.max(part.from, startOf(doc)) : Math.min(part.to, endOf(doc))
    select(part.text.editor, pos, pos, true)
  }

  /** Does something that changes selections and texts in a way that is known here. */
  ours<T>(act: () => T): T {
    const before = this.isOurs
    this.isOurs = true
    try {
      return act()
    } finally {
      this.isOurs = before
    }
  }

  /** A text or what is selected in it changed. */
  changed(id: string, state: EditorState, before: EditorState): void {
    const { reach } = this
    if (!reach || this.isOurs) return
    if (state.doc !== before.doc) return this.end()
    if (state.selection.eq(before.selection) || this.isDrawn) return
    const goesOn = id === reach.head.id && this.isFromEdge(state.selection, reach)
    if (goesOn) this.put({ ...reach, head: { id, pos: state.selection.head } }, 'blijft')
    else this.end()
  }

  /** Whether what is selected in the section where one is reaches to its edge. */
  private isFromEdge(selection: Selection, { anchor, head }: Reach): boolean {
    const way = this.wayOf(anchor.id, head.id)
    return selection instanceof TextSelection && selection.anchor === edgeOf(selection.$head.doc, way)
  }

  /** Which way one goes from one section to another. */
  wayOf(from: string, to: string): Way {
    const ids = this.nota.texts().map((own) => own.id)
    return ids.indexOf(from) < ids.indexOf(to) ? 'verder' : 'terug'
  }

  /** Gives each text its own part as its selection, and goes to the head. */
  private follow(anchor: Text, head: Text, follow: 'erheen' | 'stil'): void {
    const { reach } = this
    if (!reach) return
    const way = this.wayOf(anchor.id, head.id)
    this.ours(() => {
      const { doc } = anchor.editor.view.state
      const far = edgeOf(doc, way === 'verder' ? 'terug' : 'verder')
      mark(anchor.editor, reach.anchor.pos, far)
      select(head.editor, edgeOf(head.editor.view.state.doc, way), reach.head.pos, follow === 'erheen')
    })
  }

  private draw(parts: Part[]): void {
    const drawn = new Map(parts.map((part) => [part.text.editor, part]))
    const before = this.parts.map(({ text }) => text.editor)
    this.parts = parts
    this.ours(() => {
      for (const editor of new Set([...before, ...drawn.keys()]))
        if (!editor.view.isDestroyed) editor.view.dispatch(drawSelected(editor.view.state, drawn.get(editor) ?? null))
    })
  }
}

/** Selects in a text, without going there. */
function mark({ view }: SectionEditor, anchor: number, head: number): void {
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}

/** Selects in a text, and goes there. */
function select(editor: SectionEditor, anchor: number, head: number, isShown: boolean): void {
  const { view } = editor
  editor.focus()
  mark(editor, anchor, head)
  if (isShown) view.dispatch(view.state.tr.scrollIntoView())
}
