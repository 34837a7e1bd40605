// Starts the window inside its program.
import { mount } from 'svelte'
import { createHost } from './host/tauri'
import { App as AppState } from './state/app.svelte'
import App from './App.svelte'
import './styles/tokens.css'
import './styles/base.css'
import './styles/editor.css'

const target = document.getElementById('app')
if (target) {
  mount(App, { target, props: { app: await AppState.start(createHost()) } })
  // The moment from which one can type, for the measurements.
  requestAnimationFrame(() => performance.mark('bruikbaar'))
}
