// Which part of the form one looks at: the last one whose top has passed the
// upper part of the pane.

/** Follows the form's scrolling. To be called in a component. */
export function followScroll(): { readonly id: string } {
  let id = $state('gegevens')
  $effect(() => {
    const main = document.querySelector<HTMLElement>('[data-paneel="formulier"]')
    if (!main) return
    let frame = 0
    const look = (): void => {
      frame = 0
      const line = main.getBoundingClientRect().top + 120
      const atEnd = main.scrollTop + main.clientHeight >= main.scrollHeight - 4
      const focused = document.activeElement?.closest<HTMLElement>('[data-deel]')
      let found = 'gegevens'
      for (const part of main.querySelectorAll<HTMLElement>('[data-deel]'))
        if (part.getBoundingClientRect().top <= line) found = part.dataset['deel'] ?? found
      // At the end of the form the last parts never reach the line.
      id = atEnd && focused ? (focused.dataset['deel'] ?? found) : found
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
