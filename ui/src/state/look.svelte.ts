// The look that the settings ask for: colours, size of text, and how much
// stands beside each other at the width there is.
import type { App } from './app.svelte'

/** How much fits beside each other: three panes, two, or one. */
export type Layout = 'breed' | 'middel' | 'smal'

/** The layout at a width in pixels and a size of text in percent. */
export function layoutFor(width: number, percent: number): Layout {
  const room = (width * 100) / percent
  return room >= 1100 ? 'breed' : room >= 800 ? 'middel' : 'smal'
}

/** Keeps the document in the look of the settings. To be called in a component. */
export function watchLook(get: () => App): void {
  const app = get()
  $effect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const { thema } = app.settings
    const apply = (): void => {
      document.documentElement.dataset['thema'] = thema === 'systeem' ? (dark.matches ? 'donker' : 'licht') : thema
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  })
  $effect(() => {
    const { tekstgrootte } = app.settings
    // Set through the object model: a style attribute is barred by the policy.
    document.documentElement.style.fontSize = `${(14 * tekstgrootte) / 100}px`
    const measure = (): void => {
      app.layout = layoutFor(window.innerWidth, tekstgrootte)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  })
}
