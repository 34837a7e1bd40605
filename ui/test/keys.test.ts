// Keys, and that no two commands have the same.
import { expect, it } from 'vitest'
import { commands } from '../src/state/commands'
import { isKey, shownKey } from '../src/state/keys'
import { layoutFor } from '../src/state/look.svelte'

const press = (key: string, code: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, code, ...init })

it('digits go by their place, because Shift makes other signs of them', () => {
  expect(isKey(press('&', 'Digit7', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+7', 'linux')).toBe(true)
  expect(isKey(press('7', 'Digit7', { ctrlKey: true }), 'Mod+Shift+7', 'linux')).toBe(false)
})
it('plus is plus with and without Shift', () => {
  expect(isKey(press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'Mod++', 'linux')).toBe(true)
  expect(isKey(press('=', 'Equal', { ctrlKey: true }), 'Mod++', 'linux')).toBe(true)
})
it('Command stands in for Ctrl on a Mac', () => {
  expect(isKey(press('s', 'KeyS', { metaKey: true }), 'Mod+S', 'macos')).toBe(true)
  expect(isKey(press('s', 'KeyS', { ctrlKey: true }), 'Mod+S', 'macos')).toBe(false)
  expect(shownKey('Mod+Shift+S', 'macos')).toBe('⌘⇧S')
  expect(shownKey('Mod++', 'linux')).toBe('Ctrl++')
})
it('no two commands have the same key', () => {
  const keys = commands.flatMap((command) => command.keys ?? [])
  expect(keys).toHaveLength(new Set(keys).size)
})
it('a larger text leaves room for fewer panes', () => {
  expect([layoutFor(1366, 100), layoutFor(1024, 100), layoutFor(1366, 150), layoutFor(1366, 400)]).toEqual([
    'breed',
    'middel',
    'middel',
    'smal',
  ])
})
