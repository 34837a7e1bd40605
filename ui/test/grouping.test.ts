// Which edits are undone together.
import { expect, it } from 'vitest'
import { Grouping, type EditKind } from '../src/editor/grouping'

/** Groups of edits, written as their numbers. */
function groups(...edits: [kind: EditKind, typed: string, at: number][]): string {
  const grouping = new Grouping('x')
  return edits.map(([kind, typed, at]) => grouping.next(kind, typed, at).replace('x:', '')).join('')
}

it('a word is one step', () => expect(groups(['type', 'w', 0], ['type', 'i', 100], ['type', 'l', 200])).toBe('111'))
it('a pause ends a step', () => expect(groups(['type', 'w', 0], ['type', 'i', 1500])).toBe('12'))
it('deleting is another step than typing', () =>
  expect(groups(['type', 'w', 0], ['delete', '', 10], ['delete', '', 20], ['type', 'x', 30])).toBe('1223'))
it('a paste is a step of its own', () => expect(groups(['other', 'a b', 0], ['other', 'c', 10])).toBe('12'))
it('a long stretch ends at a word, not within one', () => {
  const typed = [...'ministerie van justitie en veiligheid'].map((char, index): [EditKind, string, number] => [
    'type',
    char,
    index * 50,
  ])
  const steps = groups(...typed)
  expect(steps).toBe('1'.repeat('ministerie van justitie '.length) + '2'.repeat('en veiligheid'.length))
})
it('leaving ends a step', () => {
  const grouping = new Grouping('x')
  const first = grouping.next('type', 'a', 0)
  grouping.end()
  expect(grouping.next('type', 'b', 10)).not.toBe(first)
})
