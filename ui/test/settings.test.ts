// Settings are kept in the order in which they were made, also by a host that
// is slow, and before the window closes.
import { beforeEach, expect, it, vi } from 'vitest'
import { replay } from './replay'
import { App } from '../src/state/app.svelte'
import type { Settings } from '../src/wire'

let kept: Settings[]
let app: App
let closed: () => number

beforeEach(async () => {
  const host = replay()
  kept = []
  // The first takes longest.
  host.setSettings = async (settings) => {
    await new Promise((resolve) => setTimeout(resolve, 20 - 10 * kept.length))
    kept.push(settings)
  }
  let at = -1
  vi.spyOn(host, 'closeWindow').mockImplementation(async () => void (at = kept.length))
  closed = () => at
  app = await App.start(host)
})

it('the last one is what stays', async () => {
  app.settings.tekstgrootte = 110
  app.keepSettings()
  app.settings.tekstgrootte = 120
  app.keepSettings()
  await app.closeWindow()
  expect(kept.map((own) => own.tekstgrootte)).toEqual([110, 120])
  expect(closed()).toBe(2)
})
