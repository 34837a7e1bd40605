// Selecting over several sections with the mouse: dragging from the text of one
// into that of another, and clicking with Shift.
import type { Across } from './across.svelte'
import { endOf, startOf, type End, type Text } from './reach'

/** Follows the mouse over the form. */
export function followMouse(form: HTMLElement, across: Across): () => void {
  const off = new AbortController()
  const { signal } = off
  const on = <K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void): void =>
    window.addEventListener(name, listener, { capture: true, signal })
  /** The section in which the button went down. */
  let from: Text | null = null
  /** Whether it went down on what is selected, to be dragged elsewhere. */
  let isHeld = false

  form.addEventListener(
    'mousedown',
    (event) => {
      const text = textAt(across, event.target)
      if (event.button !== 0 || isButton(event.target)) return
      from = null
      const reach = across.reach ?? reachOf(across)
      if (text && event.shiftKey && reach && (across.isActive || reach.head.id !== text.id)) {
        event.preventDefault()
        event.stopPropagation()
        across.put({ anchor: reach.anchor, head: placeIn(text, event) })
        return
      }
      isHeld = text !== undefined && across.isActive && hold(across, text, event)
      if (isHeld) return
      across.end()
      from = text ?? null
    },
    { capture: true, signal },
  )
  on('mousemove', (event) => {
    if (!from || !(event.buttons & 1)) return
    const to = reached(across, from, event.clientY)
    if (to === from && !across.isActive) return
    const anchor = across.reach?.anchor ?? { id: from.id, pos: from.editor.view.state.selection.anchor }
    across.put({ anchor, head: placeIn(to, event) }, 'blijft')
    across.isDrawn = true
  })
  on('mouseup', () => {
    if (isHeld) across.end()
    const { reach } = across
    const isDrawn = from !== null && across.isActive
    across.isDrawn = isDrawn
    from = null
    isHeld = false
    // After the text has heard of it too.
    if (isDrawn && reach)
      setTimeout(() => {
        across.isDrawn = false
        across.put(reach)
      })
  })
  on('dragend', () => (isHeld = false))
  // Who goes to a field selects there.
  on('focusin', ({ target }) => {
    if (target instanceof Node && form.contains(target) && target instanceof HTMLElement && target.matches(FIELD))
      across.end()
  })
  // The web view copies nothing where its own part of it is empty, unless it is
  // told that we do.
  for (const name of ['beforecopy', 'beforecut'])
    document.addEventListener(name, (event) => across.isActive && event.preventDefault(), { signal })
  return () => off.abort()
}

/** What one clicks on for what is selected. */
const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, label, [data-werkbalk]') !== null

const FIELD = 'input, textarea, select'

const textAt = (across: Across, target: EventTarget | null): Text | undefined =>
  across.nota.texts().find(({ editor }) => target instanceof Node && editor.view.dom.contains(target))

/** What is selected in the section that one is in. */
function reachOf(across: Across): { anchor: End; head: End } | null {
  const active = textAt(across, document.activeElement)
  if (!active) return null
  const { anchor, head } = active.editor.view.state.selection
  return { anchor: { id: active.id, pos: anchor }, head: { id: active.id, pos: head } }
}

/** Takes hold of what is selected, when the mouse is on it: the web view drags
 * what is selected in the text under it. */
function hold(across: Across, text: Text, event: MouseEvent): boolean {
  const { view } = text.editor
  const part = across.parts.find((own) => own.text.id === text.id)
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  if (!part || at === undefined || at < part.from || at > part.to) return false
  across.ours(() =>
    text.editor.select({
      from: Math.max(part.from, startOf(view.state.doc)),
      to: Math.min(part.to, endOf(view.state.doc)),
    }),
  )
  return true
}

/** The text that the mouse came to at a height: the last one that it passed on the
 * way from where it began. */
function reached(across: Across, from: Text, y: number): Text {
  const boxOf = ({ editor }: Text): DOMRect => editor.view.dom.getBoundingClientRect()
  const own = boxOf(from)
  if (y >= own.top && y <= own.bottom) return from
  const texts = across.nota.texts()
  const isBelow = y > own.bottom
  const passed = texts.filter((text) => {
    const box = boxOf(text)
    return isBelow ? box.top <= y && box.top >= own.top : box.bottom >= y && box.bottom <= own.bottom
  })
  return (isBelow ? passed.at(-1) : passed[0]) ?? from
}

/** The place in a text that the mouse is nearest to. */
function placeIn({ id, editor: { view } }: Text, { clientX, clientY }: MouseEvent): End {
  const { doc } = view.state
  const box = view.dom.getBoundingClientRect()
  if (clientY > box.bottom) return { id, pos: endOf(doc) }
  if (clientY < box.top) return { id, pos: startOf(doc) }
  const left = Math.min(Math.max(clientX, box.left + 2), box.right - 2)
  const top = Math.min(Math.max(clientY, box.top + 2), box.bottom - 2)
  return { id, pos: view.posAtCoords({ left, top })?.pos ?? endOf(doc) }
}
