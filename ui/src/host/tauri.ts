// The real engine: every method is a command of the shell with the same name
// in snake_case. The only file that knows Tauri.
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Host, HostEvents } from './host'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every command, with the names of its arguments in their order. */
const commands: Record<Exclude<keyof Host, 'platform' | 'on' | 'listening'>, string[]> = {
  version: [],
  templates: [],
  recent: [],
  forgetRecent: ['path'],
  startFile: [],
  newNota: ['template'],
  openDialog: [],
  openPath: ['path'],
  snapshot: [],
  apply: ['change', 'group'],
  undo: [],
  redo: [],
  pagePicture: ['index', 'hash', 'width'],
  placeOnPage: ['place'],
  clickOnPage: ['page', 'x', 'y'],
  save: [],
  saveAs: [],
  close: [],
  closeWindow: [],
  bannerAction: ['id'],
  drafts: [],
  kept: [],
  compareDraft: ['kept'],
  recoverDraft: ['kept'],
  forgetDraft: ['kept'],
  versions: [],
  compareText: ['other'],
  restoreText: ['other', 'part'],
  settleConflict: ['how'],
  forgetAll: [],
  showVersion: ['version'],
  suggestions: [],
  compare: [],
  exportPublic: ['format', 'report'],
  formats: [],
  exportTo: ['format'],
  cancel: [],
  openExported: ['path'],
  showFolder: ['path'],
  print: ['version'],
  mail: ['how', 'version'],
  openLink: ['href'],
  settings: [],
  setSettings: ['settings'],
  chooseFolder: [],
  explain: ['code'],
}

const begun: Promise<unknown>[] = []

/** Calls back at each event. Listening begins a moment later, so what ends it
 * waits for that. */
function on<K extends keyof HostEvents>(event: K, callback: (payload: HostEvents[K]) => void): () => void {
  const listening = listen<HostEvents[K]>(event, ({ payload }) => callback(payload))
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
  const calls = Object.entries(commands).map(([name, parameters]) => {
    const call = (...args: unknown[]): Promise<unknown> =>
      invoke(snake(name), Object.fromEntries(parameters.map((parameter, index) => [parameter, args[index]])))
    return [name, call] as const
  })
  const host = { platform, on, listening, ...Object.fromEntries(calls) } as unknown as Host
  // The one answer that is bytes and not JSON.
  const { pagePicture } = host
  host.pagePicture = async (...page) => new Blob([await pagePicture(...page)], { type: 'image/png' })
  return host
}
