// Dates as people write them in Dutch, and as the file holds them
// (`JJJJ-MM-DD`).
import { t } from '../teksten/nl'

/** A day. Months count from 1. */
export interface Day {
  year: number
  month: number
  day: number
}

const short: Record<string, number> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  apr: 4,
  mei: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  okt: 10,
  nov: 11,
  dec: 12,
}

/** The number of days in a month. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day of the week, 0 for Monday. */
export const weekday = ({ year, month, day }: Day): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7

/** The same day some days later. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Reads a date: "15 maart 2024", "15 mrt 24", "15-3-2024", "2024-03-15",
 * "vandaag". None when there is no such day. */
export function readDate(text: string, today: Day): Day | null {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/^(maan|dins|woens|donder|vrij|zater|zon)dag,?\s+/, '')
  if (clean === 'vandaag') return today
  if (clean === 'morgen') return addDays(today, 1)
  if (clean === 'gisteren') return addDays(today, -1)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean)
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const digits = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(clean)
  if (digits) return valid(year(digits[3], today), Number(digits[2]), Number(digits[1]))
  const words = /^(\d{1,2})\.?[\s-]+([a-z]+)\.?(?:[\s,-]+'?(\d{2}|\d{4}))?$/.exec(clean)
  const month = words ? t.datum.maanden.indexOf(words[2] ?? '') + 1 || short[words[2] ?? ''] : undefined
  return words && month ? valid(year(words[3], today), month, Number(words[1])) : null
}

/** A year of two digits is one of this century. */
const year = (written: string | undefined, today: Day): number =>
  written === undefined ? today.year : written.length === 2 ? 2000 + Number(written) : Number(written)

const valid = (y: number, month: number, day: number): Day | null =>
  y >= 1000 && y <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(y, month)
    ? { year: y, month, day }
    : null

/** A day as the file holds it. */
export const isoDate = ({ year: y, month, day }: Day): string =>
  `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** A day as it is read: "15 maart 2024". */
export const longDate = ({ year: y, month, day }: Day): string => `${day} ${t.datum.maanden[month - 1]} ${y}`

/** Today, by the clock of the computer. */
export function today(): Day {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}
