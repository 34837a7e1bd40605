// Cleans HTML from Word, Outlook, LibreOffice and web pages to what a nota
// knows: paragraphs, subheadings, lists, tables, quotations, bold, italic,
// links and footnotes. Every word stays; what else is dropped is named.
import { joinWordLists, wordItem } from './lists'
import { isDeleted, isStruck, lettersAt, raised } from './changes'
import { boldness, isColoured, slant, sparedStyles, styleOf } from './style'
import { cleanTable } from './tables'

/** What is left out of a paste, to be named in the notice. */
export type Dropped =
  'afbeeldingen' | 'kleuren' | 'opmerkingen' | 'verwijderde tekst' | 'doorhaling' | 'hoge en lage letters'

/** What came out. */
export interface Cleaned {
  /** The content as simple HTML. */
  html: string
  /** What was left out. */
  dropped: Set<Dropped>
  /** The footnotes, by the labels of the references in the content. */
  notes: { label: string; html: string }[]
}

/** What the parts of the cleaning share. */
export interface Cleaning {
  document: Document
  dropped: Set<Dropped>
  /** Gives a footnote of the source its label in the nota. */
  label: (id: string) => string
  /** Cleans the content of an element into another one. */
  children: (from: Node, into: Element) => void
}

const SKIP = new Set([
  'style',
  'script',
  'meta',
  'link',
  'head',
  'title',
  'xml',
  'template',
  'object',
  'iframe',
  'noscript',
  'button',
  'input',
  'select',
  'textarea',
  'w:sdtpr',
])
const PICTURES = new Set(['img', 'picture', 'svg', 'video', 'audio', 'canvas', 'v:shape', 'v:imagedata', 'figure-img'])
const PARAGRAPHS = new Set(['p', 'address', 'dt', 'dd', 'figcaption', 'caption', 'summary'])
const BLOCKS = 'p,div,ul,ol,table,blockquote,pre,h1,h2,h3,h4,h5,h6,section,article,li,dl,address'

/** Cleans. `newLabel` gives the next free label for a footnote. */
export function cleanHtml(html: string, newLabel: () => string): Cleaned {
  const source = new DOMParser().parseFromString(sparedStyles(html), 'text/html')
  const document = new DOMParser().parseFromString('<body></body>', 'text/html')
  const dropped = new Set<Dropped>()
  const labels = new Map<string, string>()
  const label = (id: string): string => {
    const known = labels.get(id) ?? newLabel()
    labels.set(id, known)
    return known
  }
  const cleaning: Cleaning = {
    document,
    dropped,
    label,
    children: (from, into) => from.childNodes.forEach((node) => put(cleaning, node, into)),
  }
  const found = takeNotes(source.body)
  cleaning.children(source.body, document.body)
  joinWordLists(document.body)
  dropEmpty(document.body)
  const notes = found
    .filter(({ id }) => labels.has(id))
    .map(({ id, element }) => {
      const body = document.createElement('div')
      cleaning.children(element, body)
      dropEmpty(body)
      return { label: label(id), html: body.innerHTML }
    })
  return { html: document.body.innerHTML, dropped, notes }
}

/** Takes the texts of footnotes out of the source. */
function takeNotes(body: Element): { id: string; element: Element }[] {
  const found: { id: string; element: Element }[] = []
  for (const element of body.querySelectorAll('div, li, aside')) {
    const kind = styleOf(element).get('mso-element')
    const id = element.id.toLowerCase()
    if (kind === 'comment-list' || kind === 'comment') continue
    if (kind === 'footnote' || kind === 'endnote' || /^sd(foot|end)note\d+$/.test(id)) {
      element.remove()
      for (const back of element.querySelectorAll('a[href]'))
        if (/^#(_(ft|ed)nref|sd(foot|end)note\d+anc)/i.test(back.getAttribute('href') ?? '')) back.remove()
      found.push({ id, element })
    }
  }
  for (const list of body.querySelectorAll('div')) {
    const kind = styleOf(list).get('mso-element')
    // The rule above Word's footnotes stands in the list of them.
    if (kind === 'footnote-list' || kind === 'endnote-list') list.remove()
  }
  return found
}

/** The footnote that a link refers to, by the id of its text. */
function noteReference(link: Element): string | null {
  const href = (link.getAttribute('href') ?? '').toLowerCase()
  return /^#_((ft|ed)n\d+)$/.exec(href)?.[1] ?? /^#(sd(foot|end)note\d+)sym$/.exec(href)?.[1] ?? null
}

function put(cleaning: Cleaning, node: Node, into: Element): void {
  const { document, dropped } = cleaning
  if (node.nodeType === 3) {
    const text = (node.nodeValue ?? '').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    const height = raised(node)
    const letters = height ? lettersAt(text, height, /\d$/.test(into.textContent ?? '')) : { text, changed: false }
    if (letters.changed) dropped.add('hoge en lage letters')
    into.append(document.createTextNode(letters.text))
    return
  }
  if (!(node.nodeType === 1)) return
  const element = node as Element
  const name = element.tagName.toLowerCase()
  const style = styleOf(element)
  if (SKIP.has(name) || style.get('display') === 'none' || style.get('mso-hide') === 'all') return
  if (PICTURES.has(name)) {
    dropped.add('afbeeldingen')
    return
  }
  if (isComment(element, style)) {
    dropped.add('opmerkingen')
    return
  }
  if (isDeleted(element)) {
    if (/\S/.test(element.textContent ?? '')) dropped.add('verwijderde tekst')
    return
  }
  if (isStruck(element, style)) dropped.add('doorhaling')
  if (isColoured(element, style)) dropped.add('kleuren')
  if (!putBlock(cleaning, element, name, style, into)) putInline(cleaning, element, name, style, into)
}

const isComment = (element: Element, style: Map<string, string>): boolean =>
  /^comment/.test(style.get('mso-element') ?? '') ||
  /\bMso(CommentReference|CommentText)\b/.test(element.className) ||
  (style.has('mso-comment-reference') && element.textContent === '')

function putBlock(
  cleaning: Cleaning,
  element: Element,
  name: string,
  style: Map<string, string>,
  into: Element,
): boolean {
  const { document } = cleaning
  const open = (tag: string): Element => into.appendChild(document.createElement(tag))
  const item = wordItem(element, style)
  if (item) {
    const own = open('p')
    own.setAttribute('data-item', `${item.level} ${item.ordered ? 'ol' : 'ul'} ${item.start}`)
    marked(cleaning, element, style, own)
  } else if (/^h[1-6]$/.test(name)) {
    cleaning.children(element, open(`h${Math.max(3, Number(name[1]))}`))
  } else if (PARAGRAPHS.has(name) || (name === 'div' && !element.querySelector(BLOCKS))) {
    marked(cleaning, element, style, open('p'))
  } else if (name === 'pre') {
    for (const line of (element.textContent ?? '').split('\n')) open('p').append(line)
  } else if (name === 'ul' || name === 'ol') {
    const list = open(name)
    const start = element.getAttribute('start')
    if (start) list.setAttribute('start', start)
    for (const child of element.children) {
      const nested = /^[uo]l$/i.test(child.tagName)
      const target = (nested && list.lastElementChild) || list.appendChild(document.createElement('li'))
      if (nested) put(cleaning, child, target)
      else cleaning.children(child, target)
    }
  } else if (
    name === 'li' ||
    name === 'div' ||
    /^(section|article|main|header|footer|nav|aside|figure|dl|details|center|form|body)$/.test(name)
  ) {
    cleaning.children(element, into)
  } else if (name === 'blockquote') {
    cleaning.children(element, open('blockquote'))
  } else if (name === 'table') {
    cleanTable(cleaning, element, into)
  } else if (name === 'br') {
    if (style.get('page-break-before') !== 'always') open('br')
  } else if (name !== 'hr') {
    return false
  }
  return true
}

function putInline(
  cleaning: Cleaning,
  element: Element,
  name: string,
  style: Map<string, string>,
  into: Element,
): void {
  const { document } = cleaning
  if (/ignore/.test(style.get('mso-list') ?? '')) return
  if (name === 'a') {
    const note = noteReference(element)
    if (note) {
      const reference = document.createElement('sup')
      reference.setAttribute('data-noot', cleaning.label(note))
      into.append(reference)
      return
    }
    const href = element.getAttribute('href')
    if (href && /^(https?:\/\/|mailto:)/i.test(href)) {
      const link = document.createElement('a')
      link.setAttribute('href', href)
      into.append(link)
      into = link
    }
  }
  marked(cleaning, element, style, into)
}

/** Puts the content with the bold and italic that the element says. */
function marked(cleaning: Cleaning, element: Element, style: Map<string, string>, into: Element): void {
  let target = into
  for (const [tag, says] of [
    ['strong', boldness(element, style)],
    ['em', slant(element, style)],
  ] as const) {
    if (says && !target.closest(`${tag},h3,h4,h5,h6,th`))
      target = target.appendChild(cleaning.document.createElement(tag))
  }
  cleaning.children(element, target)
}

/** Paragraphs that are only there for the distance. */
function dropEmpty(body: Element): void {
  for (const paragraph of [...body.querySelectorAll('p, h3, h4, h5, h6')])
    if (!/\S/.test(paragraph.textContent?.replace(/\u00a0/g, ' ') ?? '') && !paragraph.querySelector('[data-noot]'))
      paragraph.remove()
}
