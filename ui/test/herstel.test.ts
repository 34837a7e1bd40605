// What is kept and comes back, with the recorded desk.
import { beforeEach, expect, it } from 'vitest'
import { replay, type Replay } from './replay'
import { App } from '../src/state/app.svelte'

let host: Replay
let app: App
beforeEach(async () => {
  host = replay()
  app = await App.start(host)
})

it('is offered until it was taken back or thrown away', async () => {
  const [draft] = await host.drafts()
  const [earlier] = await host.kept()
  if (!draft || !earlier) throw new Error('nothing is kept')
  await app.recover(draft.tekst)
  expect(await host.drafts()).toEqual([])
  await app.forgetDraft(earlier.tekst)
  expect(await host.kept()).toEqual([])
})

it('is not left without asking, also when nothing was changed since', async () => {
  const [earlier] = await host.kept()
  if (!earlier) throw new Error('nothing is kept')
  await app.recover(earlier.tekst)
  const closing = app.close()
  await new Promise((resolve) => setTimeout(resolve))
  expect(app.dialog?.kind).toBe('sluiten')
  if (app.dialog?.kind === 'sluiten') app.dialog.resolve('annuleren')
  await closing
  expect(app.open).not.toBeNull()
})
