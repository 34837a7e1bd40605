// The regions of the page that assistive technology reads out when they change
// (`role="status"`, `role="alert"`, `aria-live`), said for WebKitGTK, which tells
// of none of them.

const LIVE = ':is([role="status"], [role="alert"], [aria-live]):not([aria-live="off"])'

/** A region that changes again within so many milliseconds is said once, as it is
 * then. After the step that changed it, so that the focus is said first. */
const PAUSE = 250

/** The words of a region as they stand on the screen: with white between its parts. */
const wordsOf = (region: Element): string =>
  region instanceof HTMLElement && typeof region.innerText === 'string' ? region.innerText : region.textContent

/** Says the live regions of the page when they change; gives what ends it. */
export function watchLive(root: HTMLElement, say: (text: string) => void): () => void {
  const changed = new Map<Element, ReturnType<typeof setTimeout>>()
  const tell = (region: Element): void => {
    changed.delete(region)
    // What has the focus is read out itself.
    if (region.isConnected && !region.contains(document.activeElement)) say(wordsOf(region))
  }
  const note = (region: Element): void => {
    clearTimeout(changed.get(region))
    changed.set(
      region,
      setTimeout(() => tell(region), PAUSE),
    )
  }
  const see = ({ target, addedNodes }: MutationRecord): void => {
    const element = target instanceof Element ? target : target.parentElement
    // The text one writes in is told of by itself.
    if (!element || element.closest('.ProseMirror')) return
    const region = element.closest(LIVE)
    for (const added of addedNodes) {
      if (!(added instanceof Element)) continue
      // In a region of many messages the new one is what is new.
      if (region?.getAttribute('aria-atomic') === 'false') note(added)
      else if (added.matches('[role="alert"]')) note(added)
      else added.querySelectorAll('[role="alert"]').forEach(note)
    }
    if (region && region.getAttribute('aria-atomic') !== 'false') note(region)
  }
  const observer = new MutationObserver((records) => records.forEach(see))
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  return () => {
    observer.disconnect()
    changed.forEach(clearTimeout)
  }
}
