// The numbers of footnotes: by the order of the references in the whole nota,
// as on the pages. The references of all sections are numbered together.
import { t } from '../teksten/nl'

/** What is not shown while the public version is: it has no number there. */
const WITHHELD = '.zoals-openbaar .lak-tekst, .zoals-openbaar [data-intern]'

/** Renumbers the references inside an element; gives the numbers by label. */
export function numberNotes(root: ParentNode): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const reference of root.querySelectorAll<HTMLElement>('.ProseMirror .noot')) {
    if (reference.closest(WITHHELD)) continue
    const label = reference.dataset['noot'] ?? ''
    const number = numbers.get(label) ?? numbers.size + 1
    numbers.set(label, number)
    if (reference.textContent !== String(number)) {
      reference.textContent = String(number)
      reference.setAttribute('aria-label', t.voetnoot.titel(number))
    }
  }
  return numbers
}
