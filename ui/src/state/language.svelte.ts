// What the language checks say of the open nota: counted, drawn in the texts,
// gone through, and mended.
import type { Asked } from '../editor/language-marks'
import { blocksToDoc } from '../editor/json'
import type { PhraseAsk } from '../editor/phrases'
import { placeToSpan } from '../editor/places'
import type { SectionEditor } from '../editor/section-editor'
import { readPath } from '../nota/path'
import { textsOf } from '../nota/value'
import { t } from '../teksten/nl'
import type { Diagnostic, Fix, LanguageView, Place, TaalMelding, TaalSoort } from '../wire'
import { fixesOf } from './fixes'
import { notices } from './notices.svelte'
import type { Session } from './session.svelte'

/** The kinds, in the order in which they are shown. */
export const kinds: TaalSoort[] = ['spelling', 'grammatica', 'eenvoudig', 'ambacht']

/** How long until it is tried again whether the text is as it was looked at. */
const AGAIN = 60

/** A way to mend what is said. */
export interface Way {
  label: string
  run: () => Promise<void>
}

/** A misspelt word with what one can do about it. */
export interface WordWays {
  word: string
  /** The words that come first. */
  suggestions: string[]
}

/** The language of the open nota. */
export class Language {
  /** All that is said, in the order of the nota. */
  all = $state.raw<TaalMelding[]>([])
  /** What one was led to last. */
  current = $state.raw<TaalMelding | null>(null)
  /** The place for which suggestions are shown, and whose text it is. */
  asked = $state.raw<(Asked & { back: () => void }) | null>(null)
  /** Where sentences to insert are shown. */
  phrases = $state.raw<(PhraseAsk & { editor: SectionEditor; section: string | null }) | null>(null)
  /** Counts the answers of the checks. */
  turns = $state(0)
  private latest: LanguageView | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private told = ''

  constructor(private readonly session: Session) {}

  /** Takes what the checks said. */
  take(view: LanguageView): void {
    if (view.document !== this.session.snapshot.document) return
    this.latest = view
    const remarks = view.bezwaren.join(' ')
    if (remarks !== '' && remarks !== this.told) notices.say(remarks)
    this.told = remarks
    this.put()
  }

  /** Shows what was said when the text is still the one that was looked at. */
  private put(): void {
    clearTimeout(this.timer)
    const view = this.latest
    if (!view || view.revision < this.session.revision) return
    if (this.isBusy()) {
      this.timer = setTimeout(() => this.put(), AGAIN)
      return
    }
    this.latest = null
    this.all = view.meldingen
    this.turns += 1
    const { current } = this
    if (current) this.current = this.all.find((own) => isSame(own, current)) ?? null
    this.draw()
  }

  /** Whether something was typed that the checks have not seen, or a letter is
   * being composed. */
  private isBusy(): boolean {
    const { session } = this
    const editors = [...session.editors.values(), session.noteEditor]
    return session.underway > 0 || editors.some((own) => own !== null && (own.isPending || own.view.composing))
  }

  /** Draws what is said in the texts. */
  draw(): void {
    const { session } = this
    for (const [id, editor] of session.editors) {
      const index = session.section(id)?.index ?? null
      editor.setLanguage(this.all.filter(({ melding }) => isInText(melding.place) && melding.place.index === index))
    }
    const { openNote } = session
    if (openNote !== null)
      session.shownNote(openNote)?.setLanguage(this.all.filter(({ melding }) => melding.place.note === openNote))
  }

  /** What is said about a field. */
  ofField = (name: string): Diagnostic[] =>
    this.all
      .map(({ melding }) => melding)
      .filter(({ place }) => place.field !== null && this.session.readPath(place.field).key === name)

  count = (kind: TaalSoort): number => this.all.filter((own) => own.soort === kind).length

  /** Whether a problem in the list is of the language. */
  has = (problem: Diagnostic | null): boolean =>
    problem !== null && this.all.some((own) => own.melding.code === problem.code && own.melding === problem)

  // Going through

  /** Which one of all the current one is; -1 without. */
  get at(): number {
    const { current } = this
    return current ? this.all.findIndex((own) => isSame(own, current)) : -1
  }

  /** Goes to the next one (1) or the previous one (-1), round the nota; the first
   * time to the one at or after the caret. */
  step(by: 1 | -1): void {
    const { length } = this.all
    if (length === 0) return
    const from = this.at >= 0 ? this.at : by > 0 ? this.beforeCaret() - 1 : this.beforeCaret()
    this.show(this.all[(from + by + length) % length] ?? null)
  }

  /** How many stand before the caret. */
  private beforeCaret(): number {
    const here = this.session.caretPlace()
    if (!here) return 0
    const order = (place: Place): number[] => [
      place.field === null ? (place.index ?? -1) : -2,
      ...place.path,
      place.range?.start ?? 0,
    ]
    const wanted = order(here)
    const at = this.all.findIndex(({ melding }) => compare(order(melding.place), wanted) >= 0)
    return at < 0 ? this.all.length : at
  }

  /** Shows one in its text, without going there. */
  show(one: TaalMelding | null): void {
    this.hide()
    this.current = one
    if (!one) return
    const { place } = one.melding
    if (place.note !== null) this.session.openNote = place.note
    const editor = this.editorOf(place)
    const span = editor && place.path.length > 0 ? placeToSpan(editor.view.state.doc, place.path, place.range) : null
    if (editor && span) editor.setMeant([span])
    requestAnimationFrame(() => {
      const section = this.session.sections.find((own) => own.index === place.index)
      const there =
        document.querySelector('.bedoeld') ??
        (place.field !== null
          ? document.querySelector(`[data-veld="${CSS.escape(this.session.readPath(place.field).key)}"]`)
          : document.getElementById(`sectie-${section?.id ?? ''}-kop`))
      there?.scrollIntoView({ block: 'center' })
    })
  }

  /** Takes the light from what was shown. */
  hide(): void {
    for (const editor of this.session.editors.values()) editor.setMeant([])
    this.session.noteEditor?.setMeant([])
  }

  /** Goes to the text of one. */
  goTo({ melding }: TaalMelding): void {
    this.hide()
    this.session.goTo(melding.place)
  }

  private editorOf({ note, index, field }: Place) {
    if (field !== null) return null
    if (note !== null) return this.session.shownNote(note)
    const section = this.session.sections.find((own) => own.index === index)
    return section ? (this.session.editors.get(section.id) ?? null) : null
  }

  // What stands there

  /** The text around a place, and where in it the place is. */
  around(place: Place): { text: string; from: number; to: number } {
    const { field, range } = place
    if (field !== null) {
      const { key, steps } = readPath(
        field,
        this.session.fields.map((own) => own.sleutel),
      )
      const value = this.session.fields.find((own) => own.sleutel === key)?.value ?? null
      const text = textsOf(value).find((own) => own.path.join('/') === steps.join('/'))?.text ?? ''
      const unit = (count: number): number => [...text].slice(0, count).join('').length
      return { text, from: unit(range?.start ?? 0), to: unit(range?.end ?? 0) }
    }
    const note = place.note === null ? undefined : this.session.notes.find((own) => own.label === place.note)
    const section = this.session.sections.find((own) => own.index === place.index)
    const doc = note ? blocksToDoc(note.blocks) : section && this.session.editors.get(section.id)?.view.state.doc
    const [block, part] = [place.path.length > 0 && doc && placeToSpan(doc, place.path, null), range]
    if (!doc || !block) return { text: section?.titel ?? '', from: 0, to: 0 }
    const span = placeToSpan(doc, place.path, part) ?? block
    const text = doc.textBetween(block.from, block.to, '\n', '\n')
    const length = (to: number): number => doc.textBetween(block.from, to, '\n', '\n').length
    return { text, from: length(span.from), to: length(span.to) }
  }

  /** The words that are marked. */
  textOf({ melding }: TaalMelding): string {
    const { text, from, to } = this.around(melding.place)
    return text.slice(from, to)
  }

  // Mending

  /** What was probably meant by a word: asked of the engine, or else what came
   * with the check. */
  async suggestions(one: TaalMelding): Promise<string[]> {
    if (!isMisspelt(one)) return []
    const known = (await this.session.host.wordSuggestions(this.textOf(one)).catch(() => null)) ?? []
    return known.length > 0 ? known : fixesOf(one.melding).map(({ label }) => /“(.*)”/.exec(label)?.[1] ?? label)
  }

  /** Puts a word in the place of what is marked. */
  async replace({ melding }: TaalMelding, word: string): Promise<void> {
    const { place } = melding
    if (place.range) await this.carryOut({ label: '', change: { type: 'replaceText', place, text: word } })
  }

  /** Mends it as the check proposes. */
  async carryOut(fix: Fix): Promise<void> {
    this.hide()
    await this.session.settle()
    await this.session.apply(fix.change)
  }

  /** Puts a word wherever another stands: one step of undo. */
  async everywhere(word: string, by: string): Promise<void> {
    this.hide()
    await this.session.settle()
    await this.session.send(() => this.session.host.replaceEverywhere(word, by))
  }

  /** Says that what is marked is English. */
  async english({ melding }: TaalMelding): Promise<void> {
    await this.carryOut({ label: '', change: { type: 'setTaal', place: melding.place, taal: 'en' } })
  }

  /** Has a word be right in this nota. */
  async ignore(word: string): Promise<void> {
    await this.session.settle()
    await this.session.send(() => this.session.host.ignoreWord(word))
  }

  /** Has a word be right in all notas. */
  async add(word: string): Promise<void> {
    try {
      await this.session.host.addWord(word)
      notices.say(t.taal.toegevoegd(word), {
        label: t.taal.haalWeg,
        run: () => this.session.host.removeWord(word).catch((error: unknown) => notices.fail(error)),
      })
    } catch (error) {
      notices.fail(error)
    }
  }
}

/** Whether it is about a word that may be spelled wrong. */
export const isMisspelt = ({ melding }: TaalMelding): boolean => melding.code === 'N401' || melding.code === 'N402'

const isInText = ({ field, note, path, range }: Place): boolean =>
  field === null && note === null && path.length > 0 && range !== null

/** Whether two checks say the same of the same place. */
const isSame = (one: TaalMelding, other: TaalMelding): boolean =>
  one.melding.code === other.melding.code &&
  one.melding.message === other.melding.message &&
  JSON.stringify(one.melding.place) === JSON.stringify(other.melding.place)

function compare(one: number[], other: number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
