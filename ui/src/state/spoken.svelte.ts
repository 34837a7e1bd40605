// What is said to who hears the window in the place of seeing it. WebKitGTK tells
// screen readers nothing of a region that changes (`role="status"`): the shell says
// it, on the systems where the web view does not.
import type { Host } from '../host/host'

/** The same words within so many milliseconds are said once. */
const TWICE = 1000

/** How many milliseconds a step has to be read out. */
const AFTER = 250

class Spoken {
  /** Whether a screen reader or another aid listens. */
  isHeard = $state(false)
  private host: Host | null = null
  private last = ''
  private at = -Infinity

  /** Finds out whether anyone listens, now and whenever one comes back to the
   * window. */
  async listen(host: Host): Promise<void> {
    this.host = host
    const ask = async (): Promise<void> => {
      this.isHeard = await host.readsAloud().catch(() => false)
    }
    window.addEventListener('focus', () => void ask())
    await ask()
  }

  /** Says something after what the step before has read out: where the focus went,
   * what was typed. */
  sayNext(text: string): void {
    setTimeout(() => this.say(text), AFTER)
  }

  /** Says something. */
  say(text: string): void {
    const words = text.replace(/\s+/g, ' ').trim()
    const now = performance.now()
    if (words === '' || (words === this.last && now - this.at < TWICE)) return
    this.last = words
    this.at = now
    this.host?.sayAloud(words).then(
      (isHeard) => (this.isHeard = isHeard),
      // Nobody to tell it to.
      () => {},
    )
  }
}

export const spoken = new Spoken()
