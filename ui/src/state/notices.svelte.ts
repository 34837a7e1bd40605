// Short messages in a corner: what was done, with a way back, and what did not
// succeed. They are read out and go by themselves, failures do not.
import { t } from '../teksten/nl'
import type { HostError } from '../wire'

/** A message. */
export interface Notice {
  id: number
  text: string
  fault: boolean
  action: { label: string; run: () => unknown } | null
}

const STAY = 10_000

/** What the user ended is no failure, and a file that another program wrote
 * is a choice, in a dialog of its own. */
const TOLD = new Set(['cancelled', 'changed'])

class Notices {
  list = $state.raw<Notice[]>([])
  private count = 0

  /** Says something. */
  say(text: string, action: Notice['action'] = null): void {
    const id = this.put(text, false, action)
    setTimeout(() => this.close(id), STAY)
  }

  /** Says what did not succeed, unless it is told elsewhere, with what one can do
   * then. One at a time: the last one is what is the matter now. */
  fail(error: unknown, action: Notice['action'] = null): void {
    const { code, message } = asHostError(error)
    if (TOLD.has(code)) return
    this.list = this.list.filter((notice) => !notice.fault)
    this.put(message || t.fouten.onbekend, true, action)
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  /** Takes all messages away: they were about another nota. */
  clear(): void {
    this.list = []
  }

  private put(text: string, fault: boolean, action: Notice['action']): number {
    this.count += 1
    // The same words twice are one message.
    this.list = [...this.list.filter((notice) => notice.text !== text), { id: this.count, text, fault, action }].slice(
      -3,
    )
    return this.count
  }
}

/** Whether an event of the web view is a fault of ours. That sizes settle only
 * in the next frame is told by the same kind of event, without an error. */
export const isFault = (event: Event): boolean => !(event instanceof ErrorEvent) || Boolean(event.error)

/** What a failed call of the host says. */
export function asHostError(error: unknown): HostError {
  // The web view's own errors have a message in English, and some a number.
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
    if (typeof error.code === 'string') return { code: error.code, message: String(error.message) }
  console.error(error)
  return { code: 'unknown', message: t.fouten.onbekend }
}

export const notices = new Notices()
