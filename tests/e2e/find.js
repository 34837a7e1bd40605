// How a person finds what is on the screen: by what it is and what it is
// called. Run in the window with a task and its arguments.
const [task, ...args] = arguments
const flat = (text) => (text ?? '').replace(/\s+/g, ' ').trim()

/** What each word for a kind of thing stands for. */
const kinds = {
  button:
    'button, [role=button], [role=menuitem], [role=option], [role=tab], summary, a[href], input[type=radio], input[type=checkbox], [role=radio], [role=switch]',
  field: 'input:not([type=radio]):not([type=checkbox]), textarea, select, [role=textbox], [contenteditable=true]',
  page: '[role=img][aria-label^="Pagina "]',
  option: 'option',
  edge: '[role=separator][aria-valuenow]',
  words: 'p, li, strong, em, [contenteditable] a, h1, h2, h3',
}

const isVisible = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0

/** What is behind an open dialog cannot be reached. */
const reachable = () => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return ''
  if (node.tagName === 'KBD') return ''
  return node.getAttribute('aria-label') ?? [...node.childNodes].map(textOf).join(' ')
}

/** The name that assistive technology gives it. */
function nameOf(element) {
  const refs = element.getAttribute('aria-labelledby')
  if (refs) return flat(refs.split(' ').map((id) => textOf(document.getElementById(id) ?? new Text())).join(' '))
  const own = element.getAttribute('aria-label')
  if (own) return flat(own)
  if (element.labels?.length) return flat([...element.labels].map(textOf).join(' '))
  if (element.alt) return flat(element.alt)
  const isBox = element.matches('input, textarea, select, [contenteditable]')
  return flat(isBox ? '' : textOf(element)) || flat(element.title) || flat(element.placeholder)
}

/** The things of a kind that are called so, or begin so when none is. */
function named(kind, name) {
  const all = [...reachable().querySelectorAll(kinds[kind])].filter(isVisible)
  const wanted = flat(name)
  const same = all.filter((element) => nameOf(element).replace(/ \(verplicht\)$/, '') === wanted)
  return same.length ? same : all.filter((element) => nameOf(element).startsWith(wanted))
}

/** The choice that is called so in a list to choose from. */
const optionOf = (field, name) => {
  const list = named('field', field).find((element) => element.matches('select'))
  return [...(list?.options ?? [])].find((option) => flat(option.label) === flat(name)) ?? null
}

const valueOf = (element) => (element.matches('input, textarea, select') ? element.value : element.innerText.trim())

/** Whether a page has been drawn: its middle has a colour. */
function hasPicture(page) {
  const canvas = page.querySelector('canvas')
  if (!canvas) return page.complete && page.naturalWidth > 0
  if (canvas.width === 0 || canvas.height === 0) return false
  return canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[3] > 0
}

const tasks = {
  find(kind, name) {
    const own = named(kind, name)[0]
    // A button of a choice can be drawn by its label.
    const element = own && own.getBoundingClientRect().width < 4 ? (own.labels?.[0] ?? own) : own
    element?.scrollIntoView({ block: 'center', inline: 'nearest' })
    return element ?? null
  },
  option: (field, name) => optionOf(field, name),
  names: (kind) => [...reachable().querySelectorAll(kinds[kind])].filter(isVisible).map(nameOf),
  value(name) {
    const element = named('field', name)[0]
    return element ? valueOf(element) : null
  },
  pageText: (number) => flat(document.querySelector(`[aria-label="Tekst van pagina ${number}"]`)?.textContent),
  isDrawn: (name) => named('page', name).some(hasPicture),
  size: (name) => Number(named('edge', name)[0]?.getAttribute('aria-valuenow') ?? NaN),
  text: () => flat(document.body.innerText),
  focused: () => (document.activeElement === document.body ? '' : nameOf(document.activeElement)),
  selected: () => String(getSelection()),
  ready: () => document.querySelector('#app > *') !== null,
  paste(html, text) {
    const transfer = new DataTransfer()
    transfer.setData('text/html', html)
    transfer.setData('text/plain', text)
    const paste = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(paste)
  },
}
return tasks[task](...args)
