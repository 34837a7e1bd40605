// What typing makes of itself: lists, subheadings, bold and italic from their
// Markdown signs, and the right quotation marks. Backspace takes it back.
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import type { MarkType, ResolvedPos } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import type { BlockName } from './allowed'
import { correcties } from '../wire'
import { QUOTES } from './quotes'
import { mark, type } from './schema'

/** The rules of a section. */
export function typingRules(allowed: Set<BlockName>, smart: () => boolean): Plugin {
  const rules: InputRule[] = [
    around(/(?:^|[\s(])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, mark('sterk'), 2),
    around(/(?:^|[\s(])\*([^*\s](?:[^*]*[^*\s])?)\*$/, mark('nadruk'), 1),
    around(/(?:^|[\s(])_([^_\s](?:[^_]*[^_\s])?)_$/, mark('nadruk'), 1),
    ...quotes(smart),
    ...corrections(smart),
    address(),
  ]
  if (allowed.has('opsomming')) {
    rules.push(wrappingInputRule(/^\s*[-*•]\s$/, type('bullet')))
    rules.push(
      wrappingInputRule(
        /^(\d{1,3})[.)]\s$/,
        type('ordered'),
        (match) => ({ start: Number(match[1]) }),
        (match, node) => node.childCount + Number(node.attrs['start']) === Number(match[1]),
      ),
    )
  }
  if (allowed.has('tussenkop'))
    rules.push(
      textblockTypeInputRule(/^(#{1,6})\s$/, type('heading'), (match) => ({
        level: Math.max(3, match[1]?.length ?? 3),
      })),
    )
  if (allowed.has('citaat')) rules.push(wrappingInputRule(/^>\s$/, type('quote')))
  return inputRules({ rules })
}

const fixed = new Map(correcties)

/** Words that are always wrong, when they are left; and a times sign between
 * figures. Not in a quotation: that is as another wrote it. */
function corrections(smart: () => boolean): InputRule[] {
  return [
    new InputRule(/(?<=^|[\s(])([\p{L}'’´]{2,20}|\(par\))([\s.,;:!?)])$/u, (state, match, start, end) => {
      const [, word = '', after = ''] = match
      const right = fixed.get(word) ?? capital(word)
      if (right === undefined || !smart() || isQuoted(state.doc.resolve(start))) return null
      // A word that ends with a dot has it already.
      return state.tr.insertText(right.endsWith('.') && after === '.' ? right : right + after, start, end)
    }),
    new InputRule(/(\d\s?)x(\s?\d)$/, (state, match, start, end) =>
      smart() ? state.tr.insertText(`${match[1]}×${match[2]}`, start, end) : null,
    ),
  ]
}

/** The right word for one at the start of a sentence. */
function capital(word: string): string | undefined {
  const right = fixed.get(word.charAt(0).toLowerCase() + word.slice(1))
  return right && word.charAt(0) !== word.charAt(0).toLowerCase()
    ? right.charAt(0).toUpperCase() + right.slice(1)
    : undefined
}

/** Whether a place is in a block quotation or behind an opening quotation mark. */
function isQuoted($pos: ResolvedPos): boolean {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === 'quote') return true
  const before = $pos.parent.textBetween(0, $pos.parentOffset, '\ufffc', '\ufffc')
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

/** Text between signs takes a mark, the signs go. */
function around(pattern: RegExp, markType: MarkType, sign: number): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const inner = match[1] ?? ''
    const from = start + (match[0].length - inner.length - 2 * sign)
    const text = from + sign
    // The last sign is being typed, so it stands not yet in the document.
    const stop = text + inner.length
    const tr = state.tr
    if (end > stop) tr.delete(stop, end)
    tr.addMark(text, stop, markType.create())
    tr.delete(from, text)
    return tr.removeStoredMark(markType)
  })
}

/** An address that is typed becomes a link at the space after it; signs that end
 * the sentence stay outside. */
function address(): InputRule {
  return new InputRule(
    /(^|[\s(])((?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]])([.,;:!?)\]]*)\s$/i,
    (state, match, start) => {
      const words = match[2] ?? ''
      const href = /^www\./i.test(words) ? `https://${words}` : words
      const from = start + (match[1]?.length ?? 0)
      const to = from + words.length
      const link = mark('link')
      if (state.doc.rangeHasMark(from, to, link)) return null
      const end = state.selection.to
      return state.tr.insertText(' ', end).addMark(from, to, link.create({ href })).removeStoredMark(link)
    },
  )
}

function quotes(smart: () => boolean): InputRule[] {
  return QUOTES.map(
    ([pattern, make]) =>
      new InputRule(pattern, (state, match, start, end) =>
        smart() ? state.tr.insertText(make(match), start, end) : null,
      ),
  )
}
