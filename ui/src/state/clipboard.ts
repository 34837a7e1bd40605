// Cutting, copying and pasting from a menu, as the keys do: in the text or the
// field that one was in before the menu took the focus.
import type { App } from './app.svelte'
import { asHostError } from './notices.svelte'

const TEXT = 'input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable="true"]'
let last: HTMLElement | null = null

/** Remembers in which text or field one is. */
export function rememberText({ target }: FocusEvent): void {
  const text = target instanceof Element ? target.closest<HTMLElement>(TEXT) : null
  if (text) last = text
  else if (target instanceof Element && !target.closest('[role=menu], [role=menubar]')) last = null
}

/** The text or field that a menu is about. */
export const textInUse = (): HTMLElement | null => (last?.isConnected ? last : null)

/** Whether something is selected there, or in what can only be read. */
export function hasSelection(app: App): boolean {
  if (app.open?.session.across.isActive) return true
  const text = textInUse()
  if (text instanceof HTMLInputElement || text instanceof HTMLTextAreaElement)
    return text.selectionStart !== text.selectionEnd
  return String(getSelection()) !== ''
}

/** Whether the text or field can be changed. */
export function isWritable(): boolean {
  const text = textInUse()
  if (text instanceof HTMLInputElement || text instanceof HTMLTextAreaElement) return !text.readOnly && !text.disabled
  return text !== null
}

/** Puts the focus back where one was, with what is selected there. */
function goBack(app: App): HTMLElement | null {
  const text = textInUse()
  const editor = app.open?.session.active
  // A text that only gets the focus selects again a moment later.
  if (editor && editor.view.dom === text) editor.view.focus()
  // One that has the focus has its selection too.
  else if (document.activeElement !== text) text?.focus()
  return text
}

/** Carries out a command of the web view where one was. At once: a moment later
 * one may be elsewhere. */
export function edit(app: App, command: 'cut' | 'copy'): void {
  goBack(app)
  document.execCommand(command)
}

/** Selects all of the nota or the field, or of the section, as the key for it does. */
export function selectAll(app: App, what: 'nota' | 'sectie'): void {
  const text = goBack(app)
  const shiftKey = what === 'sectie'
  const keyCode = 65
  const key = new KeyboardEvent('keydown', {
    key: 'a',
    keyCode,
    ctrlKey: true,
    shiftKey,
    bubbles: true,
    cancelable: true,
  })
  if (text?.dispatchEvent(key)) document.execCommand('selectAll')
}

/** Pastes where one was, with its form or as text only. */
export async function paste(app: App, form: 'opmaak' | 'tekst'): Promise<void> {
  const text = goBack(app)
  try {
    await (form === 'opmaak' ? app.host.paste() : app.host.pasteText())
  } catch (error) {
    if (asHostError(error).code !== 'elsewhere') throw error
    if (text) await pasteHere(text, form)
  }
}

/** Reads the clipboard and hands it to a text as a paste. */
async function pasteHere(text: HTMLElement, form: 'opmaak' | 'tekst'): Promise<void> {
  const transfer = new DataTransfer()
  for (const item of await navigator.clipboard.read())
    for (const kind of item.types.filter((own) => own === 'text/plain' || (own === 'text/html' && form === 'opmaak')))
      transfer.setData(kind, await (await item.getType(kind)).text())
  const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
  if (text.dispatchEvent(event)) document.execCommand('insertText', false, transfer.getData('text/plain'))
}
