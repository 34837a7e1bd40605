// What an editor of a section has for a selection over several sections: it is
// drawn there, the keys go past its edge, and what changes is told.
import { Plugin } from 'prosemirror-state'
import { selectedPlugin } from '../editor/selected'
import type { Across } from './across.svelte'
import { makeRoom, remove } from './change'
import { pressed } from './keys'

/** The plugins of the section with this name. */
export const acrossPlugins = (across: Across, id: string): Plugin[] => [
  selectedPlugin(),
  new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => pressed(across, id, view, event),
        // What is put in without a key, such as a sign from a list of the system.
        beforeinput(_, event) {
          if (!across.isActive || !/^(insert|delete)/.test(event.inputType)) return false
          event.preventDefault()
          if (event.inputType.startsWith('delete')) remove(across, across.newStep())
          else if (event.data) {
            const view = makeRoom(across)?.view
            view?.dispatch(view.state.tr.insertText(event.data).scrollIntoView())
          }
          return true
        },
      },
    },
    view: () => ({ update: ({ state }, before) => across.changed(id, state, before) }),
  }),
]
