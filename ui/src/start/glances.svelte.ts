// What the files of recent notas say, found out one after the other once the list
// stands there. It is in memory only, and a file that takes long holds up no other.
import type { Host } from '../host/host'
import { asHostError } from '../state/notices.svelte'
import { t } from '../teksten/nl'
import type { Glance, RecentFile } from '../wire'
import { holds } from './search'

/** How long one waits for a file before the next one's turn comes. */
const PATIENCE = 2000

/** What is known of a file. */
export interface Known {
  glance: Glance | null
  /** Why there is nothing to tell; empty when there is, or not yet. */
  why: string
  /** Whether that is only that it takes long. */
  isLate: boolean
  /** Its first page. */
  page: Blob | null
}

const nothing: Known = { glance: null, why: '', isLate: false, page: null }

/** The recent notas with what is known of them. */
export class Glances {
  known = $state.raw(new Map<string, Known>())
  private turn = 0

  constructor(private readonly host: Host) {}

  of = (path: string): Known => this.known.get(path) ?? nothing

  /** Looks into the files of a list, and then draws their first pages, so many
   * pixels wide. Another list ends the one before. */
  async look(files: RecentFile[], width: number): Promise<void> {
    const turn = (this.turn += 1)
    const isLast = (): boolean => turn === this.turn
    for (const { path } of files) {
      if (!isLast()) return
      if (!this.of(path).glance)
        await this.within(this.glance(path), () => this.put(path, { why: t.start.traag, isLate: true }))
    }
    for (const { path } of files) {
      if (!isLast()) return
      if (this.of(path).glance && !this.of(path).page) await this.within(this.page(path, width), () => {})
    }
  }

  /** Ends looking. */
  end(): void {
    this.turn += 1
  }

  private async glance(path: string): Promise<void> {
    try {
      this.put(path, { glance: await this.host.glance(path), why: '', isLate: false })
    } catch (error) {
      this.put(path, { why: asHostError(error).message, isLate: false })
    }
  }

  private async page(path: string, width: number): Promise<void> {
    // Without a picture the words of the row say enough.
    const page = await this.host.firstPage(path, width).catch(() => null)
    if (page) this.put(path, { page })
  }

  /** Waits for it, but not for long. */
  private async within(act: Promise<void>, late: () => void): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<void>((done) => {
      timer = setTimeout(() => {
        late()
        done()
      }, PATIENCE)
    })
    await Promise.race([act, patience])
    clearTimeout(timer)
  }

  private put(path: string, part: Partial<Known>): void {
    this.known = new Map(this.known).set(path, { ...this.of(path), ...part })
  }

  /** Whether a nota has all words that are sought, in what is known of it. */
  has({ path, naam, map }: RecentFile, sought: string): boolean {
    const { glance } = this.of(path)
    const own = glance ? [glance.titel, glance.ministerie, glance.aan, glance.kenmerk, glance.tekst] : []
    return holds([naam, map, ...own], sought)
  }
}
