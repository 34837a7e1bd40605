// The real engine: every call is a command of the shell. The only file that
// knows Tauri.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { commands, type Commands, type Events } from '../wire/border'
import type { Host } from './host'

const begun: Promise<unknown>[] = []

/** Calls back at each event. Listening begins a moment later, so what ends it
 * waits for that. */
function on<K extends keyof Events>(event: K, callback: (payload: Events[K]) => void): () => void {
  const listening = listen<Events[K]>(event, ({ payload }) => callback(payload))
  begun.push(listening)
  return () => void listening.then((end) => end())
}

const listening = (): Promise<unknown> => Promise.all(begun.splice(0))

function platform(): string {
  const { userAgent } = navigator
  return /Mac/.test(userAgent) ? 'macos' : /Windows/.test(userAgent) ? 'windows' : 'linux'
}

/** The host inside the program. */
export function createHost(): Host {
  const calls = Object.entries(commands).map(([method, [name, ...parameters]]) => {
    const call = (...args: unknown[]): Promise<unknown> =>
      invoke(name, Object.fromEntries(parameters.map((parameter, index) => [parameter, args[index]])))
    return [method, call] as const
  })
  const asked = Object.fromEntries(calls) as unknown as Commands
  // The answers that are bytes and not JSON.
  const picture =
    <A extends unknown[]>(ask: (...args: A) => Promise<Blob>) =>
    async (...args: A): Promise<Blob> =>
      new Blob([await ask(...args)], { type: 'image/png' })
  const pictures = { pagePicture: picture(asked.pagePicture), firstPage: picture(asked.firstPage) }
  return { ...asked, ...pictures, platform, on, listening }
}
