// Which template or nota somebody means who types parts of words.
import type { TemplateChoice } from '../wire'

/** A text without case, accents and signs, with one space between words. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether every word that is sought begins a word of a name of the template:
 * that of its ministry, a former one, its own or its short one. */
export function matches(template: TemplateChoice, sought: string): boolean {
  const names = [template.ministerie, template.naam, template.id, ...template.voorheen]
  return holds(names, sought)
}

/** Whether every word that is sought begins a word of some texts. */
export function holds(texts: string[], sought: string): boolean {
  const words = ` ${folded(texts.join(' '))}`
  const wanted = folded(sought).split(' ').filter(Boolean)
  return wanted.every((part) => words.includes(` ${part}`))
}

/** The first template of a ministry, by its name or a former one of it. */
export function ofMinistry(templates: TemplateChoice[], ministry: string): TemplateChoice | undefined {
  const wanted = folded(ministry)
  if (!wanted) return undefined
  const isOwn = (name: string): boolean => folded(name) === wanted
  return templates.find((own) => isOwn(own.ministerie)) ?? templates.find((own) => own.voorheen.some(isOwn))
}
