// Which version of the nota the window shows, what stands in the way of the
// public one, and what might still have to be withheld.
import type { Session } from './session.svelte'
import { notices } from './notices.svelte'
import { t } from '../teksten/nl'
import type { Barrier, Change, PagesView, Place, SuggestionView, Version } from '../wire'

const PAUSE = 500

/** The version of the open nota that is shown. */
export class PublicVersion {
  /** The version that was asked for. */
  shown = $state<Version>('intern')
  /** What stands in the way of the public version. */
  barriers = $state.raw<Barrier[]>([])
  private found = $state.raw<SuggestionView[]>([])
  /** What the drafter leaves public, by text and ground, until it is gone. */
  private left = $state.raw<Set<string>>(new Set())
  private leaving = Promise.resolve()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly session: Session) {}

  /** Whether the text is shown as it becomes public. */
  get isPublic(): boolean {
    return this.shown === 'openbaar'
  }

  /** What might still have to be withheld. */
  get suggestions(): SuggestionView[] {
    return this.found.filter((own) => !this.left.has(nameOf(own)))
  }

  /** Shows a version. */
  async show(version: Version): Promise<void> {
    if (version === this.shown) return
    this.shown = version
    this.barriers = []
    this.session.renumber()
    await this.session.settle()
    await this.session.host.showVersion(version).catch((error: unknown) => notices.fail(error))
    this.refresh(0)
  }

  /** Whether pages are of the version that was asked for; those of the other
   * one were under way when it was. */
  take({ versie, bezwaren }: PagesView): boolean {
    if (versie !== this.shown) return false
    this.barriers = bezwaren
    this.refresh(PAUSE)
    return true
  }

  /** Looks for suggestions anew, a moment later. */
  private refresh(wait: number): void {
    clearTimeout(this.timer)
    if (!this.isPublic) return
    this.timer = setTimeout(async () => {
      this.found = await this.session.host.suggestions().catch(() => [])
    }, wait)
  }

  /** Withholds what a suggestion says, at some of its places, in one step. */
  async withhold(places: Place[], grond: string): Promise<void> {
    await this.session.settle()
    const changes = unique(places, this.session).map((place): Change => ({ type: 'setLak', place, grond }))
    await this.session.apply({ type: 'all', changes })
    notices.say(t.openbaar.suggesties.gelakt(places.length), {
      label: t.opdrachten.ongedaanMaken,
      run: () => this.session.undo(),
    })
    this.found = await this.session.host.suggestions().catch(() => this.found)
  }

  /** Leaves a suggestion public. The nota keeps that in its list of what may be
   * read, so that it is not asked again; one that cannot be changed keeps
   * nothing, and the suggestion goes as long as it is open. */
  async leave(own: SuggestionView): Promise<void> {
    this.left = new Set(this.left).add(nameOf(own))
    if (this.session.readOnly) return
    // One after another: each adds a line to the list that the one before it made.
    this.leaving = this.leaving.then(() => this.keep(own))
    await this.leaving
  }

  private async keep(own: SuggestionView): Promise<void> {
    await this.session.settle()
    const now = await this.session.host.suggestions().catch(() => [])
    const same = now.find((one) => nameOf(one) === nameOf(own))
    if (!same) return
    await this.session.apply(same.mag)
    notices.say(t.openbaar.suggesties.blijft(own.tekst), {
      label: t.opdrachten.ongedaanMaken,
      run: () => this.session.undo(),
    })
    this.found = await this.session.host.suggestions().catch(() => this.found)
    // The nota knows it now, and gives it back when this is undone.
    this.left = new Set([...this.left].filter((name) => name !== nameOf(own)))
  }
}

const nameOf = ({ tekst, grond }: SuggestionView): string => `${grond} ${tekst}`

/** Places without a second one in the same field: a field goes as a whole. */
function unique(places: Place[], session: Session): Place[] {
  const fields = new Set<string>()
  return places.filter(({ field }) => {
    if (field === null) return true
    const { key } = session.readPath(field)
    if (fields.has(key)) return false
    fields.add(key)
    return true
  })
}
