// Tables of pasted HTML: a header row, one paragraph in each cell, every row
// as wide as the widest.
import type { Cleaning } from './clean'

/** Cleans a table; one that only lays out a page gives its content. */
export function cleanTable(cleaning: Cleaning, table: Element, into: Element): void {
  const { document } = cleaning
  const caption = table.querySelector(':scope > caption')
  if (caption) cleaning.children(caption, into.appendChild(document.createElement('p')))
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const width = Math.max(
    0,
    ...rows.map((row) => [...row.children].reduce((sum, cell) => sum + span(cell, 'colspan'), 0)),
  )
  if (width <= 1 || rows.length === 0) {
    for (const cell of rows.flatMap((row) => [...row.children])) cleaning.children(cell, into)
    return
  }
  const out = into.appendChild(document.createElement('table'))
  const open: number[] = []
  for (const [index, row] of rows.entries()) {
    const line = out.appendChild(document.createElement('tr'))
    const tag = index === 0 ? 'th' : 'td'
    const cells = [...row.children]
    while (line.children.length < width) {
      const column = line.children.length
      const own = line.appendChild(document.createElement(tag))
      const paragraph = own.appendChild(document.createElement('p'))
      if ((open[column] ?? 0) > 0) {
        open[column] = (open[column] ?? 0) - 1
        continue
      }
      const cell = cells.shift()
      if (!cell) continue
      flatten(cleaning, cell, paragraph)
      open[column] = span(cell, 'rowspan') - 1
      for (let extra = span(cell, 'colspan') - 1; extra > 0 && line.children.length < width; extra--)
        line.appendChild(document.createElement(tag)).append(document.createElement('p'))
    }
  }
}

const span = (cell: Element, name: string): number =>
  Math.min(Math.max(Number(cell.getAttribute(name) ?? 1) || 1, 1), 50)

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
