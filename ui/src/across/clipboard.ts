// What is copied of several sections: their text with the headings between it, for
// other programs and in a form of our own in which each section has its name, so
// that a paste puts it in its own place.
import { DOMParser as Reader, Fragment, Slice, type Node } from 'prosemirror-model'
import type { SectionEditor } from '../editor/section-editor'
import { clipboardSerializer, schema, type } from '../editor/schema'
import { t } from '../teksten/nl'
import type { Across } from './across.svelte'
import { makeRoom, remove } from './change'
import { sliceOf, type Part, type Text } from './reach'

/** A section on the clipboard. */
interface Copied {
  key: string | null
  heading: string
  /** Whether it was copied from its start, so that its heading goes along. */
  fromStart: boolean
  content: Fragment
}

/** What goes to the clipboard, as everyone may read it where that is shown. */
export function written(parts: Part[]): { text: string; html: string } {
  const lines: string[] = []
  const outer = document.createElement('div')
  // Editors that do not know the sections take it for text of their own shape.
  outer.dataset['pmSlice'] = '0 0 []'
  outer.dataset['secties'] = ''
  parts.forEach((part, index) => {
    const { content } = part.text.editor.leaving(sliceOf(part))
    const own = outer.appendChild(document.createElement('section'))
    own.dataset['sectie'] = part.text.key ?? ''
    own.dataset['kop'] = part.text.heading
    if (index > 0 || part.fromStart) {
      own.dataset['heel'] = ''
      own.appendChild(document.createElement(part.text.isPart ? 'h3' : 'h2')).textContent = part.text.heading
      lines.push(part.text.heading)
    }
    own.appendChild(clipboardSerializer().serializeFragment(content))
    const words = content.textBetween(0, content.size, '\n\n')
    if (words !== '') lines.push(words)
  })
  return { text: lines.join('\n\n'), html: outer.outerHTML }
}

/** The sections of what was copied here; none when it is something else. */
export function read(html: string): Copied[] | null {
  if (!html.includes('data-secties')) return null
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const found = [...body.querySelectorAll<HTMLElement>('[data-secties] > section[data-sectie]')]
  const sections = found.map((own): Copied => {
    const { sectie = '', kop = '', heel } = own.dataset
    if (heel !== undefined) own.querySelector('h2, h3')?.remove()
    const doc = Reader.fromSchema(schema).parse(own, { preserveWhitespace: true })
    return { key: sectie || null, heading: kop, fromStart: heel !== undefined, content: doc.content }
  })
  return sections.length > 0 ? sections : null
}

/** Copies, cuts or drags what is selected over several sections; false when
 * nothing is. */
export function copy(across: Across, event: ClipboardEvent | DragEvent): boolean {
  if (!across.isActive) return false
  const to = event instanceof DragEvent ? event.dataTransfer : event.clipboardData
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || !to) return false
  const { text, html } = written(across.parts)
  event.preventDefault()
  if (event instanceof DragEvent) {
    to.effectAllowed = 'copy'
  }
  to.clearData()
  to.setData('text/html', html)
  to.setData('text/plain', text)
  event.stopPropagation()
  if (event.type === 'cut') remove(across, across.newStep())
  return true
}

/** Pastes over what is selected, or what was copied of several sections; false
 * when that is left to the text itself. */
export function paste(across: Across, event: ClipboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  const own = across.nota.texts().find(({ editor }) => editor.view.dom.contains(target))
  const html = event.clipboardData?.getData('text/html') ?? ''
  const sections = read(html)
  if (!own || event.defaultPrevented || !(sections || across.isActive)) return false
  event.preventDefault()
  event.stopPropagation()
  const isOver = across.isActive
  const editor = isOver ? makeRoom(across) : own.editor
  if (!editor?.view.editable) return true
  if (sections) place(across, editor, sections, isOver)
  else if (html) editor.view.pasteHTML(html, event)
  else editor.view.pasteText(event.clipboardData?.getData('text/plain') ?? '', event)
  return true
}

/** Puts sections in a nota: each in its own place when one pastes in one of them,
 * else all of it where the caret is, with the headings as headings in the text. */
function place(across: Across, editor: SectionEditor, sections: Copied[], isOver: boolean): void {
  const group = isOver ? across.lastStep : across.newStep()
  const texts = across.nota.texts()
  const here = texts.find((own) => own.editor === editor)
  const isApart = here !== undefined && sections.some((own) => isSame(own, here))
  const places = new Map<SectionEditor, Node[]>()
  let at = editor
  sections.forEach((own, index) => {
    const target = isApart ? texts.find((text) => isSame(own, text))?.editor : undefined
    at = target ?? at
    const before = places.get(at) ?? []
    const heading = target || (index === 0 && !own.fromStart) ? [] : [headingOf(own)]
    places.set(at, [...before, ...heading, ...own.content.content])
  })
  for (const [target, nodes] of places)
    if (target === editor) target.put(sliceFrom(nodes), group)
    else target.append(Fragment.fromArray(nodes), group)
  if (places.size > 1) across.nota.pasted(places.size)
}

/** Blocks to put at the caret: text goes on in its line, a heading has its own. */
function sliceFrom(nodes: Node[]): Slice {
  const { content, openStart, openEnd } = Slice.maxOpen(Fragment.fromArray(nodes), false)
  return new Slice(content, nodes[0]?.type.name === 'heading' ? 0 : openStart, openEnd)
}

const isSame = ({ key, heading }: Copied, text: Text): boolean =>
  key !== null ? key === text.key : heading === text.heading

const headingOf = ({ heading }: Copied): Node =>
  type('heading').create({ level: 3 }, schema.text(heading || t.nieuweNota))
