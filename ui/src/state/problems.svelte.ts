// The problems that are shown: those of places that were left once, after a
// pause, and none about what is being mended.
import type { Diagnostic, Place, Problems as Checked, Severity } from '../wire'
import { t } from '../teksten/nl'
import type { Language } from './language.svelte'
import type { Session } from './session.svelte'
import { spoken } from './spoken.svelte'

const PAUSE = 400

/** Something that must still be done before the nota can go out. */
export interface Todo {
  /** The field or section, as it is called. */
  name: string
  kind: 'veld' | 'sectie' | 'nota'
  problem: Diagnostic
}

/** The problems of the open nota. */
export class Problems {
  private all = $state.raw<Diagnostic[]>([])
  private left = $state.raw<Set<string>>(new Set())
  private everything = $state(false)
  /** What was typed in since the last check: what was said about it is past. */
  private mended = $state.raw<Set<string>>(new Set())
  private typing: string | null = null
  private checked = $state(-1)
  private timer: ReturnType<typeof setTimeout> | undefined
  private at = -1

  constructor(
    private readonly session: Session,
    private readonly language: Language,
  ) {
    // A nota from a file was left before.
    this.everything = session.snapshot.path !== null
  }

  /** Takes what the engine found. */
  take(checked: Checked): void {
    if (checked.document !== this.session.snapshot.document) return
    clearTimeout(this.timer)
    const wait = this.session.lastKey + PAUSE - Date.now()
    if (wait > 0) this.timer = setTimeout(() => this.put(checked), wait)
    else this.put(checked)
  }

  private put({ diagnostics, revision }: Checked): void {
    this.all = diagnostics
    this.checked = revision
    // What one is typing in is left alone until it is left.
    if (revision >= this.session.revision) this.mended = new Set(this.typing ? [this.typing] : [])
    this.draw()
  }

  /** Draws the problems in the texts. */
  draw(): void {
    for (const [id, editor] of this.session.editors)
      editor.setProblems(this.ofSection(id).filter((own) => own.place.path.length > 0))
  }

  /** A field (`veld:datum`) or section (`sectie:aanleiding`) was left. While
   * the mouse is held down nothing is shown yet: a message would move what is
   * being clicked. */
  leave(place: string): void {
    if (this.typing === place) this.typing = null
    this.whenLetGo(() => this.close(place))
  }

  /** Does what can move things on the screen: while the mouse is held down a moment
   * later, when what was aimed at is clicked. */
  whenLetGo(act: () => void): void {
    if (!this.held) return act()
    addEventListener('pointerup', () => setTimeout(act), { once: true })
  }

  /** The first thing that is said of the place that was left last, once one is no
   * longer in it. */
  readonly atLeft: Diagnostic | null = $derived.by(
    () => this.shown.find((own) => this.nameOf(own.place) === this.lastLeft) ?? null,
  )
  private lastLeft = $state('')

  private close(place: string): void {
    // Who opens a dialog comes back.
    if (!document.querySelector('dialog[open]')) this.lastLeft = place
    // Without a change under way no newer check will come; with one, what was
    // said about the place may be past.
    const settled = this.session.underway === 0 && this.checked >= this.session.revision
    if (settled && this.mended.has(place)) this.mended = new Set()
    else if (!settled) this.mended = new Set(this.mended).add(place)
    if (!this.left.has(place)) {
      this.left = new Set(this.left).add(place)
      this.draw()
    }
  }

  /** Notes that the mouse is held down, or let go. */
  hold(held: boolean): void {
    this.held = held
  }
  private held = false

  /** A field is being typed in: what was said about it is gone until it is left. */
  mend(place: string): void {
    this.typing = place
    if (!this.mended.has(place)) this.mended = new Set(this.mended).add(place)
  }

  /** Everything is shown: the nota goes out. */
  showAll(): void {
    this.everything = true
    this.draw()
  }

  /** What is shown, in the order of the nota. */
  readonly shown: Diagnostic[] = $derived.by(() => this.all.filter((own) => this.isShown(own)))

  private isShown({ place }: Diagnostic): boolean {
    const name = this.nameOf(place)
    if (this.mended.has(name)) return false
    return this.everything || this.left.has(name)
  }

  /** What a place belongs to, as `leave` is told. */
  private nameOf({ field, index, section }: Place): string {
    if (field !== null) return `veld:${this.session.readPath(field).key}`
    const own = this.session.sections.find((one) =>
      index === null ? section !== null && one.sleutel === section : one.index === index,
    )
    return `sectie:${own?.id ?? ''}`
  }

  ofField = (key: string): Diagnostic[] => this.shown.filter(({ place }) => this.nameOf(place) === `veld:${key}`)

  ofSection(id: string): Diagnostic[] {
    const section = this.session.section(id)
    return section
      ? this.shown.filter(
          ({ place }) =>
            place.field === null &&
            (place.index === null
              ? place.section !== null && place.section === section.sleutel
              : place.index === section.index),
        )
      : []
  }

  /** The most serious problem of a section that is shown. */
  worst = (id: string): Severity | null => {
    const own = this.ofSection(id).map(({ severity }) => severity)
    return (['fout', 'let-op', 'tip'] as const).find((severity) => own.includes(severity)) ?? null
  }

  /** Whether a rule says that a field cannot go out so, shown or not. */
  hasFault = (key: string): boolean =>
    this.all.some((own) => own.severity === 'fout' && this.nameOf(own.place) === `veld:${key}`)

  /** All faults, shown or not. */
  get faults(): Diagnostic[] {
    return this.all.filter((own) => own.severity === 'fout')
  }

  /** Whether the nota was checked once: before that there is nothing to say. */
  get isChecked(): boolean {
    return this.checked >= 0
  }

  /** What must still be done, shown as a problem or not: one for each field or
   * section with a fault. */
  readonly todo: Todo[] = $derived.by(() => {
    const byPlace = new Map<string, Todo>()
    for (const problem of this.faults) {
      const place = this.nameOf(problem.place)
      if (!byPlace.has(place)) byPlace.set(place, { ...this.titleOf(problem.place), problem })
    }
    return [...byPlace.values()]
  })

  /** What one had better look at before the nota goes out. */
  readonly warnings: Diagnostic[] = $derived.by(() => this.all.filter((own) => own.severity === 'let-op'))

  private titleOf(place: Place): Pick<Todo, 'name' | 'kind'> {
    const { session } = this
    if (place.field !== null) {
      const { key } = session.readPath(place.field)
      return { kind: 'veld', name: session.fields.find((own) => own.sleutel === key)?.naam ?? key }
    }
    const id = this.nameOf(place).replace(/^sectie:/, '')
    const section = session.section(id)
    return section
      ? { kind: 'sectie', name: `${section.nummer ?? ''} ${section.titel}`.trim() }
      : { kind: 'nota', name: t.problemen.heleNota }
  }

  count = (severity: Severity): number => this.shown.filter((own) => own.severity === severity).length

  /** The problem that one was led to last. */
  current = $state.raw<Diagnostic | null>(null)

  /** Whether a problem is the one that one was led to, also after a new check. */
  isCurrent = (problem: Diagnostic): boolean => this.current !== null && sameProblem(problem, this.current)

  /** Whether what was said about a place is being mended. */
  isMended = (place: string): boolean => this.mended.has(place)

  /** Goes to the next problem (1) or the previous one (-1): those of the nota,
   * and then what is said of its language. */
  step(by: 1 | -1): void {
    const shown = [...this.shown, ...this.language.all.map(({ melding }) => melding)]
    // What was not looked at yet is the next thing to do.
    if (shown.length === 0) {
      if (this.isChecked && this.todo.length === 0) spoken.sayNext(t.balk.geenProblemen)
      return this.goTo(this.todo[0]?.problem)
    }
    const known = shown.findIndex((own) => this.isCurrent(own))
    const from = known >= 0 ? known : by > 0 ? this.at - 1 : this.at + 1
    this.at = (Math.max(from, -1) + by + shown.length) % shown.length
    this.goTo(shown[this.at] ?? shown[0])
  }

  goTo(problem: Diagnostic | undefined): void {
    if (!problem) return
    this.current = problem
    this.session.goTo(problem.place)
    spoken.sayNext(`${t.ernst[problem.severity]}: ${problem.message}`)
  }
}

/** Whether two checks say the same of the same place. */
const sameProblem = (one: Diagnostic, other: Diagnostic): boolean =>
  one.code === other.code && one.message === other.message && JSON.stringify(one.place) === JSON.stringify(other.place)
