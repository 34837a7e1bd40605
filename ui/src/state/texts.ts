// The texts of a nota over which one selects: those of the sections, in their
// order. What is not shown is not among them.
import type { Text } from '../across/reach'
import { t } from '../teksten/nl'
import { notices } from './notices.svelte'
import type { Session } from './session.svelte'
import { spoken } from './spoken.svelte'
import type { Nota } from '../across/across.svelte'

/** What a selection over sections has to know of a nota. */
export const notaOf = (session: Session): Nota => ({
  texts: () => textsOf(session),
  say: (text) => spoken.say(text),
  pasted: (count) =>
    notices.say(t.plakken.inSecties(count), { label: t.opdrachten.ongedaanMaken, run: () => session.undo() }),
})

function textsOf({ sections, editors }: Session): Text[] {
  return sections.flatMap(({ id, nummer, titel, sleutel, index, onderdeel_van, alleen_intern }) => {
    const editor = index === null ? undefined : editors.get(id)
    if (!editor || (editor.isPublic && alleen_intern)) return []
    const heading = `${nummer ?? ''} ${titel}`.trim()
    return [{ id, heading, isPart: onderdeel_van !== null, key: sleutel, editor }]
  })
}
