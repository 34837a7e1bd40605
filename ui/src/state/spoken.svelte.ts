// What is said to who cannot see it. WebKitGTK tells screen readers nothing of a
// region that changes (`role="status"`), and does tell them of the title of the
// window: what happens goes before it, as long as someone listens.
import type { Host } from '../host/host'

class Spoken {
  /** What was said last; none as long as nobody listens. */
  last = $state('')
  /** Whether a screen reader or another aid listens. */
  isHeard = $state(false)

  /** Finds out whether anyone listens. */
  async listen(host: Host): Promise<void> {
    this.isHeard = await host.readsAloud().catch(() => false)
  }

  /** Says something. */
  say(text: string): void {
    if (this.isHeard && text !== '') this.last = text
  }

  /** Forgets it: another nota is open. */
  clear(): void {
    this.last = ''
  }
}

export const spoken = new Spoken()
