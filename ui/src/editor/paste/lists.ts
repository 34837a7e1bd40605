// Lists as Word pastes them: paragraphs that say in their style which list and
// level they belong to.

/** An item of a list in Word's manner. */
export interface WordItem {
  level: number
  ordered: boolean
  start: number
}

/** What a paragraph says of the list that it is an item of; none for another. */
export function wordItem(element: Element, style: Map<string, string>): WordItem | null {
  if (!/^(p|h[1-6]|div)$/i.test(element.tagName)) return null
  const said = /level(\d+)/.exec(style.get('mso-list') ?? '')
  if (!said) return null
  const sign = [...element.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('data-stijl') ?? ''),
  )
  const text = (sign?.textContent ?? '').replace(/\u00a0/g, ' ').trim()
  const number = /^\(?(\d+|[a-z]|[ivx]+)[.)]/i.exec(text)
  return { level: Number(said[1]), ordered: number !== null, start: Number(number?.[1]) || 1 }
}

/** Joins neighbouring items (`p[data-item]`) to lists, nested by level. */
export function joinWordLists(body: Element): void {
  const first = (): Element | undefined => [...body.querySelectorAll('p[data-item]')].find((own) => !own.closest('li'))
  for (let item = first(); item; item = first()) joinRun(item)
}

function joinRun(first: Element): void {
  const document = first.ownerDocument
  const root = document.createElement('div')
  first.before(root)
  const open: { level: number; list: Element }[] = []
  for (let item: Element | null = first; item?.hasAttribute('data-item'); item = root.nextElementSibling) {
    const [level, tag, start] = (item.getAttribute('data-item') ?? '').split(' ') as [string, string, string]
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > Number(level)) open.pop()
    const top = open.at(-1)
    if (!top || top.level < Number(level)) {
      const list = document.createElement(tag)
      if (tag === 'ol' && start !== '1') list.setAttribute('start', start)
      ;(top?.list.lastElementChild ?? root).append(list)
      open.push({ level: Number(level), list })
    } else if (top.list.tagName.toLowerCase() !== tag) {
      const list = document.createElement(tag)
      top.list.after(list)
      top.list = list
    }
    item.removeAttribute('data-item')
    const own = document.createElement('li')
    own.append(item)
    open.at(-1)?.list.append(own)
  }
  root.replaceWith(...root.childNodes)
}
