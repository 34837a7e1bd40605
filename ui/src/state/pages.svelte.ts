// The pages of the open nota: pictures that stay until the next one is there.
import type { PagePoint, PagesView } from '../wire'
import { asHostError } from './notices.svelte'
import type { Session } from './session.svelte'

/** A page with its picture. */
export interface ShownPage {
  hash: string
  url: string
  width: number
  height: number
  text: string
}

/** The pages of the open nota. */
export class Pages {
  list = $state.raw<ShownPage[]>([])
  words = $state(0)
  /** Where the caret stands on the pages. */
  mark = $state.raw<PagePoint | null>(null)
  /** Whether the pages are older than the text for longer than a moment. */
  stale = $state(false)
  private latest = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly session: Session) {}

  /** Takes the pages of a revision and fetches the pictures that are new. */
  async take(view: PagesView): Promise<void> {
    if (view.document !== this.session.snapshot.document || view.revision < this.latest) return
    this.latest = view.revision
    this.words = view.words
    const known = new Map(this.list.map((page) => [page.hash, page]))
    try {
      const next = await Promise.all(view.pages.map(async (page) => {
        const shown = known.get(page.hash)
        const url = shown?.url ?? (await this.picture(page.index, page.hash))
        return { hash: page.hash, url, width: page.width_pt, height: page.height_pt, text: page.tekst }
      }))
      if (view.revision < this.latest) return
      const kept = new Set(next.map((page) => page.url))
      // The old pictures may be on screen for a frame more.
      const gone = this.list.filter((page) => !kept.has(page.url))
      this.list = next
      setTimeout(() => gone.forEach((page) => URL.revokeObjectURL(page.url)), 1000)
      this.follow()
    } catch (error) {
      // A page of an older revision is not there any more: the next one comes.
      if (asHostError(error).code !== 'stale') throw error
    }
  }

  /** A picture, decoded, so that it replaces the old one without a flash. */
  private async picture(index: number, hash: string): Promise<string> {
    const svg = await this.session.host.pageSvg(index, hash)
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    const image = new Image()
    image.src = url
    await image.decode().catch(() => undefined)
    return url
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
    for (const page of this.list) URL.revokeObjectURL(page.url)
  }
}
