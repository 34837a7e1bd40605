// Keys as they are written in the list of commands: "Mod+Shift+S".

/** Whether the system has a Command key for what others do with Ctrl. */
const isMac = (platform: string): boolean => platform === 'macos'

/** Whether an event is the key that is written so. Digits go by their place
 * on the keyboard, because Shift makes other signs of them. */
export function isKey(event: KeyboardEvent, written: string, platform: string): boolean {
  const parts = written.split('+')
  const key = written.endsWith('++') ? '+' : (parts.at(-1) ?? '')
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name)
  const mod = isMac(platform) ? event.metaKey : event.ctrlKey
  const other = isMac(platform) ? event.ctrlKey : event.metaKey
  if (wants('Mod') !== mod || other || wants('Alt') !== event.altKey) return false
  if (key === '+') return event.key === '+' || event.key === '='
  if (wants('Shift') !== event.shiftKey) return false
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`
  if (key === 'Spatie') return event.key === ' '
  return event.key.toLowerCase() === key.toLowerCase()
}

/** A key as it is shown: "Ctrl+Shift+S", or "⇧⌘S". */
export function shownKey(written: string, platform: string): string {
  if (!isMac(platform)) return written.replace('Mod', 'Ctrl')
  return written
    .replace(/\+(?=.)/g, '')
    .replace('Mod', '⌘')
    .replace('Shift', '⇧')
    .replace('Alt', '⌥')
}
