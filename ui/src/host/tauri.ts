// The real engine: every method is a command of the shell with the same name
// in snake_case. The only file that knows Tauri.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Host, HostEvents } from './host'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The names of the arguments of each method, in order; none by default. */
const parameters: Partial<Record<keyof Host, string[]>> = {
  forgetRecent: ['path'],
  newNota: ['template'],
  openPath: ['path'],
  apply: ['change', 'group'],
  pageSvg: ['index', 'hash'],
  placeOnPage: ['place'],
  clickOnPage: ['page', 'x', 'y'],
  bannerAction: ['id'],
  exportTo: ['format'],
  openExported: ['path'],
  showFolder: ['path'],
  mail: ['how'],
  openLink: ['href'],
  setSettings: ['settings'],
  explain: ['code'],
}

/** Calls back at each event. Listening begins a moment later, so what ends it
 * waits for that. */
function on<K extends keyof HostEvents>(event: K, callback: (payload: HostEvents[K]) => void): () => void {
  const listening = listen<HostEvents[K]>(event, ({ payload }) => callback(payload))
  return () => void listening.then((end) => end())
}

function platform(): string {
  const { userAgent } = navigator
  return /Mac/.test(userAgent) ? 'macos' : /Windows/.test(userAgent) ? 'windows' : 'linux'
}

/** The host inside the program. */
export function createHost(): Host {
  const own = { platform, on }
  return new Proxy(own as Host, {
    get(target, name) {
      if (name in target) return target[name as keyof Host]
      // A promise asks whether this is one.
      if (typeof name !== 'string' || name === 'then') return undefined
      const names = parameters[name as keyof Host] ?? []
      return (...args: unknown[]) => invoke(snake(name), Object.fromEntries(names.map((parameter, index) => [parameter, args[index]])))
    },
  })
}
