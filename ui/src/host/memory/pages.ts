// Draws pages: not those of the engine, but near enough to lay out the pane
// that shows them, with the place of every line.
import type { FieldView, NoteView, PagePoint, PageView, Place, SectionView } from '../../wire'
import { texts } from './changes'

interface Line {
  text: string
  x: number
  y: number
  size: number
  bold: boolean
  place: Place
}
interface Page {
  lines: Line[]
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [595.28, 841.89, 70, 400, 200, 780]
const nowhere: Place = { section: null, index: null, note: null, path: [], range: null, field: null }

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

function wrap(text: string, size: number): { text: string; start: number }[] {
  const most = Math.floor((RIGHT - LEFT) / (size * 0.58))
  const lines: { text: string; start: number }[] = []
  let [line, start] = ['', 0]
  for (const part of text.split(/(?<=\s)/)) {
    if (line !== '' && line.length + part.length > most) {
      lines.push({ text: line, start })
      ;[line, start] = ['', start + line.length]
    }
    line += part
  }
  return [...lines, { text: line, start }]
}

/** Sets the nota on pages. */
export function setPages(fields: FieldView[], sections: SectionView[], notes: NoteView[]): Page[] {
  const pages: Page[] = [{ lines: [] }]
  let y = TOP
  const put = (text: string, size: number, bold: boolean, place: Place): void => {
    for (const line of wrap(text, size)) {
      if (y > BOTTOM) {
        pages.push({ lines: [] })
        y = 110
      }
      pages.at(-1)?.lines.push({
        ...line,
        x: LEFT,
        y,
        size,
        bold,
        place: { ...place, range: { start: line.start, end: line.start + line.text.length } },
      })
      y += size * 1.45
    }
  }
  column(pages[0], fields)
  for (const section of sections.filter((own) => own.index !== null)) {
    const place = { ...nowhere, section: section.sleutel, index: section.index }
    y += 10
    put(`${section.nummer ?? ''} ${section.titel}`, 9, true, place)
    for (const { path, text, heading } of texts(section.blocks)) {
      put((path.length > 2 ? '– ' : '') + text, 9, heading, { ...place, path })
      y += 4
    }
  }
  y += 20
  for (const [index, note] of notes.entries())
    for (const { text, path } of texts(note.blocks))
      put(`${index + 1} ${text}`, 7, false, { ...nowhere, note: note.label, path })
  return pages
}

function column(page: Page | undefined, fields: FieldView[]): void {
  if (!page) return
  let y = 200
  const put = (text: string, x: number, at: number, size: number, bold: boolean, field: string): void => {
    page.lines.push({ text, x, y: at, size, bold, place: { ...nowhere, field } })
  }
  for (const field of fields) {
    const value = typeof field.value === 'string' ? field.value : ''
    if (field.sleutel === 'onderwerp')
      for (const [index, line] of wrap(value, 11).entries())
        put(line.text, LEFT, 150 + index * 15, 11, true, 'onderwerp')
    else if (field.sleutel === 'aan' && Array.isArray(field.value))
      for (const [index, line] of field.value.entries()) put(String(line), LEFT, 90 + index * 13, 9, false, 'aan')
    else if (value !== '' && value !== 'Geen') {
      put(field.naam, 440, y, 6.5, false, field.sleutel)
      for (const line of wrap(value, 7.5)) {
        put(line.text.slice(0, 34), 440, y + 10, 7, false, field.sleutel)
        y += 10
      }
      y += 14
    }
  }
  put('nota', LEFT, 130, 20, true, 'onderwerp')
}

/** The picture of a page. */
export function drawPage(page: Page, index: number, count: number): string {
  const lines = page.lines.map(
    (line) =>
      `<text x="${line.x}" y="${line.y + line.size}" font-size="${line.size}"${line.bold ? ' font-weight="bold"' : ''}>${escape(line.text)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="Verdana, DejaVu Sans, sans-serif" fill="#111"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}<text x="440" y="815" font-size="7">Pagina ${index + 1} van ${count}</text></svg>`
}

/** A drawing as the picture that the engine would give. */
export async function asPicture(svg: string, width: number): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = new OffscreenCanvas(width, Math.round((width * HEIGHT) / WIDTH))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return canvas.convertToBlob()
}

const textOf = (page: Page): string => page.lines.map((line) => line.text).join('\n')

/** Changes with the text of a page. */
export function hashOf(page: Page): string {
  let hash = 0
  for (const char of textOf(page)) hash = (hash * 31 + char.charCodeAt(0)) | 0
  return hash.toString(36)
}

/** What the window is told of the pages. */
export function viewPages(pages: Page[]): PageView[] {
  return pages.map((page, index) => {
    return { index, hash: hashOf(page), width_pt: WIDTH, height_pt: HEIGHT, tekst: textOf(page) }
  })
}

const samePath = (one: Place, other: Place): boolean =>
  one.field === other.field &&
  one.index === other.index &&
  one.note === other.note &&
  one.path.join() === other.path.join()

/** Where a place stands. */
export function findPlace(pages: Page[], place: Place): PagePoint | null {
  let last: PagePoint | null = null
  for (const [page, { lines }] of pages.entries())
    for (const line of lines) {
      if (!samePath(line.place, place)) continue
      if (!last || (line.place.range?.start ?? 0) <= (place.range?.start ?? 0))
        last = { page, x: line.x, y: line.y, height: line.size * 1.3 }
    }
  return last
}

/** What stands at a point. */
export function findPoint(pages: Page[], page: number, x: number, y: number): Place | null {
  const near = pages[page]?.lines
    .filter((line) => x < 430 === line.x < 430)
    .toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))
  return near?.[0]?.place ?? null
}

export type { Page }
