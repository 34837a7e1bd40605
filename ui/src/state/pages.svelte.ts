// The pages of the open nota: pictures that stay until the next one is there,
// fetched only for pages that are in view or nearly so.
import type { PagePoint, PagesView, PageView } from '../wire'
import { asHostError, notices } from './notices.svelte'
import type { Session } from './session.svelte'

/** A page on screen. */
export class ShownPage {
  /** The picture, empty before the first one. */
  url = $state('')
  view = $state.raw<PageView>() as PageView
  /** Whether it is in view, or nearly so. */
  near = false
  shown = ''
  loading = false

  constructor(view: PageView) {
    this.view = view
  }
}

/** The pages of the open nota. */
export class Pages {
  list = $state.raw<ShownPage[]>([])
  words = $state(0)
  /** Where the caret stands on the pages. */
  mark = $state.raw<PagePoint | null>(null)
  private latest = 0
  private readonly pictures = new Map<string, string>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly session: Session) {}

  /** Takes the pages of a revision. */
  take({ document, revision, pages, words }: PagesView): void {
    if (document !== this.session.snapshot.document || revision < this.latest) return
    this.latest = revision
    this.words = words
    const { list } = this
    for (const [index, view] of pages.entries()) {
      const page = list[index]
      if (page) page.view = view
    }
    if (pages.length !== list.length) this.list = pages.map((view, index) => list[index] ?? new ShownPage(view))
    for (const page of this.list) void this.load(page)
    this.follow()
    setTimeout(() => this.tidy(), 1000)
  }

  /** A page came into view, or left it. */
  see(page: ShownPage, near: boolean): void {
    page.near = near
    void this.load(page)
  }

  /** Fetches the picture of a page, again when it changed in the meantime. */
  private async load(page: ShownPage): Promise<void> {
    if (page.loading) return
    page.loading = true
    try {
      while (page.near && page.shown !== page.view.hash) {
        const { index, hash } = page.view
        page.url = this.pictures.get(hash) ?? (await this.picture(index, hash))
        page.shown = hash
      }
    } catch (error) {
      // A page of an older revision is not there any more: the next one comes.
      if (asHostError(error).code !== 'stale') notices.fail(error)
    } finally {
      page.loading = false
    }
  }

  /** A picture, decoded, so that it replaces the old one without a flash. */
  private async picture(index: number, hash: string): Promise<string> {
    const svg = await this.session.host.pageSvg(index, hash)
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    const image = new Image()
    image.src = url
    await image.decode().catch(() => undefined)
    this.pictures.set(hash, url)
    return url
  }

  /** Lets go of pictures that no page shows or wants. */
  private tidy(): void {
    const used = new Set(this.list.flatMap((page) => [page.shown, page.view.hash]))
    for (const [hash, url] of this.pictures) {
      if (used.has(hash)) continue
      URL.revokeObjectURL(url)
      this.pictures.delete(hash)
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
    this.list = []
    this.tidy()
  }
}
