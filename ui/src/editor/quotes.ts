// The right quotation marks, apostrophes and dashes for what is typed on a
// keyboard: in the text, and in the fields.

const BEFORE = '[\\s([{/\\u2013\\u2014\\u201c\\u2018]'
const OPEN = `(^|${BEFORE})`

/** What typed signs become: the text up to the caret ends with the pattern. */
export const QUOTES: [pattern: RegExp, make: (match: RegExpMatchArray) => string][] = [
  [new RegExp(`${OPEN}"$`), (match) => `${match[1]}“`],
  [/"$/, () => '”'],
  [new RegExp(`${OPEN}'$`), (match) => `${match[1]}‘`],
  [/'$/, () => '’'],
  // ’s, ’t, ’n, ’m, ’k, ’r and ’ns begin with an apostrophe, not with an
  // opening mark: what is typed behind them tells.
  [new RegExp(`${OPEN}‘(ns|[stnmkr])([\\s.,;:!?)\\]…-])$`, 'i'), (match) => `${match[1]}’${match[2]}${match[3]}`],
  // The year ’90, until a third figure says that it is a quotation.
  [new RegExp(`${OPEN}‘(\\d\\d)$`), (match) => `${match[1]}’${match[2]}`],
  [new RegExp(`${OPEN}’(\\d{3})$`), (match) => `${match[1]}‘${match[2]}`],
  [/(^|[^-])--\s$/, (match) => `${match[1]}– `],
]

/** Sets right what was just typed in a field, the caret behind it. An address of
 * e-mail keeps its signs. */
export function setRight(field: HTMLInputElement | HTMLTextAreaElement): void {
  const end = field.selectionStart
  if (end === null || end !== field.selectionEnd || field.value.includes('@')) return
  const before = field.value.slice(0, end)
  for (const [pattern, make] of QUOTES) {
    const match = pattern.exec(before)
    if (match) return field.setRangeText(make(match), match.index, end, 'end')
  }
}
