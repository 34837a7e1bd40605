// The panes around the form: which are open, and which fit beside it.
import type { Settings } from '../wire'
import type { Layout } from './look.svelte'

/** The panes of the window. */
export class Panes {
  /** How much fits beside each other. */
  layout = $state<Layout>('breed')
  /** The pane that was asked for where it does not fit beside the form. */
  overlay = $state<'lijst' | 'paginas' | 'problemen' | null>(null)

  /** Whether the readability is shown. */
  reads = $state(false)

  constructor(
    private readonly settings: () => Settings,
    private readonly keep: () => void,
  ) {}

  /** Which panes are shown. */
  get shown(): { lijst: boolean; formulier: boolean; paginas: boolean; problemen: boolean } {
    const { lijst_open, paginas_open, problemen_open } = this.settings().panelen
    if (this.layout === 'breed')
      return { lijst: lijst_open, formulier: true, paginas: paginas_open, problemen: problemen_open }
    const paginas = this.overlay === 'paginas'
    if (this.layout === 'middel')
      return { lijst: lijst_open && !paginas, formulier: true, paginas, problemen: problemen_open }
    return {
      lijst: this.overlay === 'lijst',
      formulier: this.overlay === null,
      paginas,
      problemen: this.overlay === 'problemen',
    }
  }

  /** Shows a pane or hides it. */
  toggle(pane: 'lijst' | 'paginas'): void {
    const fits = this.layout === 'breed' || (this.layout === 'middel' && pane === 'lijst')
    if (!fits) {
      this.overlay = this.overlay === pane ? null : pane
      return
    }
    this.overlay = null
    const { panelen } = this.settings()
    panelen[`${pane}_open`] = !panelen[`${pane}_open`]
    this.keep()
  }

  /** Shows the list of problems or hides it. */
  toggleProblems(): void {
    if (this.layout === 'smal') {
      this.overlay = this.overlay === 'problemen' ? null : 'problemen'
      return
    }
    const { panelen } = this.settings()
    panelen.problemen_open = !panelen.problemen_open
    this.keep()
  }

  /** Brings the form into view where a pane is shown in its place. */
  showForm(): void {
    if (this.layout === 'smal') this.overlay = null
  }

  /** Brings the list of problems into view, or the form where both do not fit. */
  showProblems(): void {
    if (this.layout === 'smal') this.overlay = null
    else this.settings().panelen.problemen_open = true
  }

  /** Brings the pages into view where they fit beside the form. */
  showPages(): void {
    if (this.layout === 'breed' && !this.shown.paginas) this.toggle('paginas')
  }
}
