// Which part of the form one is in: the one that has the focus as long as one
// sees it, else the last one whose top has passed the upper part of the pane.

/** Follows the form's scrolling. To be called in a component. */
export function followScroll(): { readonly id: string } {
  let id = $state('gegevens')
  $effect(() => {
    const main = document.querySelector<HTMLElement>('[data-paneel="formulier"]')
    if (!main) return
    let frame = 0
    const look = (): void => {
      frame = 0
      const pane = main.getBoundingClientRect()
      const focused = main.contains(document.activeElement)
        ? document.activeElement?.closest<HTMLElement>('[data-deel]')
        : null
      const own = focused?.getBoundingClientRect()
      let found = 'gegevens'
      if (focused && own && own.bottom > pane.top && own.top < pane.bottom) found = focused.dataset['deel'] ?? found
      else
        for (const part of main.querySelectorAll<HTMLElement>('[data-deel]'))
          if (part.getBoundingClientRect().top <= pane.top + 120) found = part.dataset['deel'] ?? found
      id = found
    }
    const soon = (): void => {
      frame ||= requestAnimationFrame(look)
    }
    soon()
    main.addEventListener('scroll', soon, { passive: true })
    main.addEventListener('focusin', soon)
    return () => {
      cancelAnimationFrame(frame)
      main.removeEventListener('scroll', soon)
      main.removeEventListener('focusin', soon)
    }
  })
  return {
    get id() {
      return id
    },
  }
}
