// The pages of the open nota: pictures that stay until the next one is there,
// fetched only for pages that are in view or nearly so.
import { clearPage, drawPage, onScreen } from './picture'
import type { PagePoint, PagesView, PageView, Version } from '../wire'
import { asHostError, notices } from './notices.svelte'
import type { Session } from './session.svelte'

/** How far a page is from what one sees. */
export type Distance = 'in view' | 'near' | 'far'

/** A page on screen. */
export class ShownPage {
  view = $state.raw<PageView>() as PageView
  distance: Distance = 'far'
  /** Where it is drawn, while it has a place on the screen. */
  canvas: HTMLCanvasElement | null = null
  /** What is drawn: the page's hash and its width. */
  shown = ''
  loading = false

  constructor(view: PageView) {
    this.view = view
  }

  /** Lets go of the picture. */
  clear(): void {
    if (this.canvas) clearPage(this.canvas)
    this.shown = ''
  }
}

/** The pages of the open nota. */
export class Pages {
  list = $state.raw<ShownPage[]>([])
  words = $state(0)
  /** Whether the first ones came. */
  isMade = $state(false)
  /** The version that the pages are of: for a moment, or while the engine does
   * not answer, another one than was asked for. */
  version = $state<Version>('intern')
  /** Where the caret stands on the pages. */
  mark = $state.raw<PagePoint | null>(null)
  /** CSS pixels for a point of paper. */
  private scale = 0
  private latest = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private sizing: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly session: Session) {}

  /** Takes the pages of a revision. */
  take({ document, revision, versie, pages, words }: PagesView): void {
    if (document !== this.session.snapshot.document || revision < this.latest) return
    this.latest = revision
    this.words = words
    this.isMade = true
    this.version = versie
    const { list } = this
    for (const [index, view] of pages.entries()) {
      const page = list[index]
      if (page) page.view = view
    }
    if (pages.length !== list.length) this.list = pages.map((view, index) => list[index] ?? new ShownPage(view))
    this.load()
    this.follow()
  }

  /** A page came nearer to what one sees, or went further. */
  see(page: ShownPage, distance: Distance): void {
    page.distance = distance
    if (distance === 'far') page.clear()
    else this.load()
  }

  /** The pages are shown at another size; their pictures follow when it
   * stays. */
  resize(scale: number): void {
    if (scale === this.scale) return
    const isFirst = this.scale === 0
    this.scale = scale
    clearTimeout(this.sizing)
    if (isFirst) this.load()
    else this.sizing = setTimeout(() => this.load(), 150)
  }

  /** Fetches what is in view and, when that is there, what is near it. */
  private load(): void {
    const of = (distance: Distance) => this.list.filter((page) => page.distance === distance)
    void Promise.all(of('in view').map((page) => this.fetch(page))).then(() => {
      for (const page of of('near')) void this.fetch(page)
    })
  }

  /** Fetches the picture of a page, again when it changed in the meantime. */
  private async fetch(page: ShownPage): Promise<void> {
    if (page.loading || this.scale === 0) return
    page.loading = true
    try {
      for (;;) {
        const { view, canvas } = page
        const width = onScreen(view.width_pt * this.scale)
        const wanted = `${view.hash} ${width}`
        if (!canvas || page.distance === 'far' || page.shown === wanted) break
        await drawPage(this.session.host, view, width, canvas)
        page.shown = wanted
      }
    } catch (error) {
      // A page of an older revision is not there any more: the next one comes.
      if (asHostError(error).code !== 'stale') notices.fail(error)
    } finally {
      page.loading = false
    }
  }

  /** Looks up where the caret stands, a moment after it moved. */
  follow(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(async () => {
      const place = this.session.caretPlace()
      this.mark = place ? await this.session.host.placeOnPage(place).catch(() => null) : null
    }, 120)
  }

  close(): void {
    clearTimeout(this.timer)
    clearTimeout(this.sizing)
    this.list = []
  }
}
