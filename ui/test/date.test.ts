// Dates as people write them.
import { describe, expect, it } from 'vitest'
import { isoDate, longDate, readDate } from '../src/nota/date'

const today = { year: 2024, month: 3, day: 15 }

describe('a date', () => {
  it.each([
    ['15 maart 2024', '2024-03-15'],
    ['1 mrt 24', '2024-03-01'],
    ['vrijdag 15 maart 2024', '2024-03-15'],
    ['15-3-2024', '2024-03-15'],
    ['15/03/24', '2024-03-15'],
    ['15.3.2024', '2024-03-15'],
    ['2024-02-29', '2024-02-29'],
    ['3 mei', '2024-05-03'],
    ['vandaag', '2024-03-15'],
    ['morgen', '2024-03-16'],
  ])('%s is %s', (written, iso) => {
    const day = readDate(written, today)
    expect(day && isoDate(day)).toBe(iso)
  })
  it.each([
    '45-13-2024',
    '29 februari 2023',
    '31 april 2024',
    'maart 2024',
    '15 foo 2024',
    '',
    '0-1-2024',
    '2024-13-01',
  ])('%s does not exist', (written) => {
    expect(readDate(written, today)).toBeNull()
  })
  it('is shown in words', () => expect(longDate(today)).toBe('15 maart 2024'))
})
