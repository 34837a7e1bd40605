// Starts the window: with the real engine inside the program, with the one in
// memory in a browser.
import { mount } from 'svelte'
import type { Host } from './host/host'
import { App as AppState } from './state/app.svelte'
import App from './App.svelte'
import './styles/tokens.css'
import './styles/base.css'
import './styles/editor.css'

async function findHost(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./host/tauri')).createHost()
  // The program is built without the engine in memory.
  if (import.meta.env.PROD && import.meta.env.MODE !== 'browser') throw new Error('this window needs its program')
  const { MemoryHost } = await import('./host/memory')
  const host = new MemoryHost()
  Object.assign(window, { host })
  return host
}

const target = document.getElementById('app')
if (target) {
  mount(App, { target, props: { app: await AppState.start(await findHost()) } })
  // The moment from which one can type, for the measurements.
  requestAnimationFrame(() => performance.mark('bruikbaar'))
}
