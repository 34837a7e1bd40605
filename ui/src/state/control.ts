// The controls of the fields on screen, by the path of a place in a field.
import type { FieldPath } from '../nota/path'

/** The row of a field on screen; none while the fields are folded. */
export const fieldRow = (key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-veld="${CSS.escape(key)}"]`)

/** The control that a path in the value of a field is about: the part of a
 * row, or else the first one there is. */
export function fieldControl({ key, steps }: FieldPath): HTMLElement | null {
  const field = fieldRow(key)
  if (!field) return null
  const row = steps.find((step) => typeof step === 'number')
  const part = steps.find((step) => typeof step === 'string')
  const own = (row !== undefined && field.querySelector<HTMLElement>(`[data-regel="${row}"]`)) || field
  return (
    (part !== undefined && own.querySelector<HTMLElement>(`[name="${CSS.escape(part)}"]`)) ||
    own.querySelector<HTMLElement>('input, select, textarea') ||
    own.querySelector<HTMLElement>('button')
  )
}

/** Goes on to the field after the one that a control is in, or to the first text. */
export function nextField(control: HTMLElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-veld]')]
  const at = rows.findIndex((row) => row.contains(control))
  const next = rows[at + 1]?.querySelector<HTMLElement>('input, select, textarea')
  ;(next ?? document.querySelector<HTMLElement>('.ProseMirror'))?.focus()
}
