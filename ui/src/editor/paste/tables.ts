// Tables of pasted HTML: a header row, one paragraph in each cell, every row
// as wide as the widest.
import type { Cleaning } from './clean'

/** Cleans a table; one that only lays out a page gives its content. */
export function cleanTable(cleaning: Cleaning, table: Element, into: Element): void {
  const { document } = cleaning
  const caption = table.querySelector(':scope > caption')
  if (caption) cleaning.children(caption, into.appendChild(document.createElement('p')))
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const grid = placed(rows)
  const columns = [...new Set(grid.flatMap((row) => [...row.keys()]))].toSorted((a, b) => a - b)
  if (columns.length <= 1) {
    for (const cell of rows.flatMap((row) => [...row.children])) cleaning.children(cell, into)
    return
  }
  const out = into.appendChild(document.createElement('table'))
  for (const [index, row] of grid.entries()) {
    const line = out.appendChild(document.createElement('tr'))
    for (const column of columns) {
      const own = line.appendChild(document.createElement(index === 0 ? 'th' : 'td'))
      const paragraph = own.appendChild(document.createElement('p'))
      const cell = row.get(column)
      if (cell) flatten(cleaning, cell, paragraph)
    }
  }
}

/** The cells of each row by their column. A merged cell stands in its first
 * column and row, and keeps the others free, so that no number comes to stand
 * under another head. A column in which no cell begins is none. */
function placed(rows: Element[]): Map<number, Element>[] {
  // How many rows each column is still taken.
  const taken: number[] = []
  return rows.map((row) => {
    const own = new Map<number, Element>()
    const next = new Map<number, number>()
    let column = 0
    for (const cell of row.children) {
      while ((taken[column] ?? 0) > 0) column++
      own.set(column, cell)
      const end = column + span(cell, 'colspan')
      for (; column < end; column++) next.set(column, span(cell, 'rowspan'))
    }
    for (const [at, rest] of taken.entries()) taken[at] = Math.max(0, rest - 1)
    for (const [at, height] of next) taken[at] = height - 1
    return own
  })
}

/** How many columns or rows a cell takes, as HTML bounds it. */
const span = (cell: Element, name: string): number =>
  Math.min(Math.max(Number(cell.getAttribute(name) ?? 1) || 1, 1), 1000)

/** The blocks of a cell as one paragraph. */
function flatten(cleaning: Cleaning, cell: Element, into: Element): void {
  const body = cleaning.document.createElement('div')
  cleaning.children(cell, body)
  const gather = (element: Element): void => {
    for (const node of [...element.childNodes]) {
      const block =
        node.nodeType === 1 && /^(P|H\d|UL|OL|LI|TABLE|TR|TH|TD|BLOCKQUOTE|BR)$/.test((node as Element).tagName)
      if (!block) {
        into.append(node)
        continue
      }
      if (/\S$/.test(into.textContent ?? '')) into.append(' ')
      gather(node as Element)
    }
  }
  gather(body)
}
