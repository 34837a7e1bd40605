// What a person cannot read or reach: text that is cut off by its box, what
// stands outside the window without a way to scroll there, what runs out of
// its box, and what scrolls sideways. Run in the window; gives a line for each.
const found = []
const dialog = [...document.querySelectorAll('dialog:modal')].at(-1)
const root = dialog ?? document.body
const say = (what, element) => {
  const text = (element.innerText || element.getAttribute('aria-label') || element.value || element.tagName).trim()
  found.push(`${what}: ${text.replace(/\s+/g, ' ').slice(0, 80)}`)
}

/** The boxes around an element, up to the window. */
function* around(element) {
  // What floats above all else is only bounded by the window.
  for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
    yield box
    if (getComputedStyle(box).position === 'fixed') return
  }
}
const scrolls = (value) => value === 'auto' || value === 'scroll'
const hides = (value) => value === 'hidden' || value === 'clip'

/** Whether only assistive technology reads it. */
const isUnseen = (element) => element.closest('.voor-lezer') !== null

/** The parts of a rectangle beyond the boxes and the window that hide them. */
function check(element, rect) {
  let { left, right, top, bottom } = rect
  for (const box of around(element)) {
    const style = getComputedStyle(box)
    const { overflowX: x, overflowY: y } = style
    const own = box.getBoundingClientRect()
    if (hides(x) && (left < own.left - 1.5 || right > own.right + 1.5)) return say('cut off at the side', element)
    if (hides(y) && (top < own.top - 1.5 || bottom > own.bottom + 1.5)) return say('cut off at the height', element)
    // What can be scrolled to is as good as inside.
    if (scrolls(x)) [left, right] = [Math.max(left, own.left), Math.min(right, own.right)]
    if (scrolls(y)) [top, bottom] = [Math.max(top, own.top), Math.min(bottom, own.bottom)]
    if (left >= right || top >= bottom) return
  }
  if (left < -1.5 || right > innerWidth + 1.5 || top < -1.5 || bottom > innerHeight + 1.5) say('outside the window', element)
}

const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isUnseen(element)

const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
while (texts.nextNode()) {
  const node = texts.currentNode
  const element = node.parentElement
  if (!node.data.trim() || !element || element.closest('svg, option, script, style') || !isShown(element)) continue
  const range = document.createRange()
  range.selectNodeContents(node)
  // Cut off with an ellipsis, and its whole text nowhere.
  const style = getComputedStyle(element)
  if (style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1) {
    if (!element.closest('[title]')) say('shortened, and nowhere whole', element)
    continue
  }
  for (const rect of range.getClientRects()) check(element, rect)
}
for (const element of root.querySelectorAll('button, input, select, textarea, [role=textbox], a[href]')) {
  if (isShown(element)) check(element, element.getBoundingClientRect())
}
for (const box of [document.documentElement, ...root.querySelectorAll('*')]) {
  // A page that is zoomed in is wider than its pane, and that is the point.
  if (box.closest('[data-paneel=paginas]') || !box.checkVisibility() || isUnseen(box)) continue
  const x = getComputedStyle(box).overflowX
  if (scrolls(x) && box.scrollWidth > box.clientWidth + 1) say('scrolls sideways', box)
}
// Text that stands below its box is drawn over what comes next.
for (const box of root.querySelectorAll('[role=textbox], p, li, td, th, dd')) {
  if (!isShown(box) || getComputedStyle(box).overflowY !== 'visible') continue
  if (box.clientHeight > 0 && box.scrollHeight > box.clientHeight + 3) say('runs out of its box', box)
}
if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the window scrolls sideways')
return [...new Set(found)]
