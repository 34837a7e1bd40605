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

/** The colours that the system asks for. */
export function systemColours(dark: boolean, contrast: boolean): string {
  if (contrast) return dark ? 'hoog-contrast' : 'hoog-contrast-licht'
  return dark ? 'donker' : 'licht'
}

/** Keeps the document in the look of the settings. To be called in a component. */
export function watchLook(get: () => App): void {
  const app = get()
  $effect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const contrast = matchMedia('(prefers-contrast: more)')
    const { thema } = app.settings
    const apply = (): void => {
      document.documentElement.dataset['thema'] =
        thema === 'systeem' ? systemColours(dark.matches, contrast.matches) : thema
    }
    apply()
    for (const query of [dark, contrast]) query.addEventListener('change', apply)
    return () => {
      for (const query of [dark, contrast]) query.removeEventListener('change', apply)
    }
  })
  $effect(() => {
    const { tekstgrootte } = app.settings
    // Set through the object model: a style attribute is barred by the policy.
    document.documentElement.style.fontSize = `${(14 * tekstgrootte) / 100}px`
    const measure = (): void => {
      app.panes.layout = layoutFor(window.innerWidth, tekstgrootte)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  })
}
