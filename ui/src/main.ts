// Starts the window inside its program.
import { mount } from 'svelte'
import { createHost } from './host/tauri'
import { App as AppState } from './state/app.svelte'
import { watchLive } from './state/live'
import { spoken } from './state/spoken.svelte'
import App from './App.svelte'
import './styles/tokens.css'
import './styles/base.css'
import './styles/editor.css'

const target = document.getElementById('app')
if (target) {
  const host = createHost()
  watchLive(document.body, (text) => spoken.say(text))
  await spoken.listen(host)
  mount(App, { target, props: { app: await AppState.start(host) } })
  // The moment from which one can type, for the measurements.
  requestAnimationFrame(() => performance.mark('bruikbaar'))
}
