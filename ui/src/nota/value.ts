// Values of fields as the controls need them.
import type { FieldView, Value } from '../wire'
import { longDate, readDate, today } from './date'

/** A value as one line of text. */
export const asText = (value: Value): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(asText).join(', ')
      : value === null
        ? ''
        : Object.values(value).map(asText).join(', ')

/** A value as lines. */
export const asLines = (value: Value): string[] =>
  value === null || value === '' ? [] : Array.isArray(value) ? value.map(asText) : [asText(value)]

/** A value as records; a plain name becomes the part with that key. */
export const asRecords = (value: Value, key: string): Record<string, string>[] =>
  (Array.isArray(value) ? value : value === null || value === '' ? [] : [value]).map((own) =>
    typeof own === 'object' && own !== null && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).map(([name, part]) => [name, asText(part)]))
      : { [key]: asText(own) },
  )

/** A text in a value, and how to get there. */
export interface ValueText {
  path: (string | number)[]
  text: string
}

/** All texts of a value. */
export function textsOf(value: Value, path: (string | number)[] = []): ValueText[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (value === null) return []
  if (Array.isArray(value)) return value.flatMap((own, index) => textsOf(own, [...path, index]))
  return Object.entries(value).flatMap(([name, own]) => textsOf(own ?? null, [...path, name]))
}

/** The value with another text in the place of one of its texts. */
export function withText(value: Value, [step, ...rest]: (string | number)[], text: string): Value {
  if (step === undefined) return text
  if (Array.isArray(value)) return value.map((own, index) => (index === step ? withText(own, rest, text) : own))
  if (value === null || typeof value === 'string') return value
  return { ...value, [step]: withText(value[step] ?? null, rest, text) }
}

/** Whether nothing is filled in. */
export const isEmpty = (value: Value): boolean => asText(value).replace(/,/g, '').trim() === ''

/** A value as the folded form shows it. */
export function summaryOf(field: FieldView): string {
  if (field.soort === 'datum' && typeof field.value === 'string') {
    const day = readDate(field.value, today())
    return day ? longDate(day) : field.value
  }
  if (field.soort === 'parafen')
    return asRecords(field.value, 'functie')
      .map((row) => row['functie'])
      .filter(Boolean)
      .join(', ')
  if (field.soort === 'bijlagen')
    return asRecords(field.value, 'naam')
      .map((row) => row['naam'])
      .filter(Boolean)
      .join(', ')
  return asText(field.value)
}

/** What was decided on the nota and when; none while nothing was. */
export function decisionOf(fields: FieldView[]): string | null {
  const parts = fields.filter((field) => field.beslissing && !isEmpty(field.value))
  const decided = parts.find((field) => field.soort === 'keuze')
  if (!decided) return null
  return [decided, ...parts.filter((field) => field.soort === 'datum')].map(summaryOf).join(', ')
}
