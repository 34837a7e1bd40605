// What the user reads when something does not succeed.
import { expect, it, vi } from 'vitest'
import { asHostError, isFault } from '../src/state/notices.svelte'
import { t } from '../src/teksten/nl'

it('shows the sentence of the host', () => {
  const error = { code: 'disk-full', message: 'De schijf is vol.' }
  expect(asHostError(error)).toEqual(error)
})

it.each([new DOMException('The source image could not be decoded.'), new Error('undefined is not a function'), 'oeps'])(
  'shows no words of the web view: %s',
  (error) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(asHostError(error)).toEqual({ code: 'unknown', message: t.fouten.onbekend })
    expect(said).toHaveBeenCalledWith(error)
  },
)

it('takes only what went wrong for a fault', () => {
  const message = 'ResizeObserver loop completed with undelivered notifications.'
  expect(isFault(new ErrorEvent('error', { message }))).toBe(false)
  expect(isFault(new ErrorEvent('error', { message, error: new Error('x') }))).toBe(true)
  expect(isFault(new Event('unhandledrejection'))).toBe(true)
})
