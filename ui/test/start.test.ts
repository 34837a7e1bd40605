// What the start knows of the notas of before: each file in its turn, none that
// holds up the others, and found by the words in them.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Host } from '../src/host/host'
import { Glances } from '../src/start/glances.svelte'
import type { Glance, RecentFile } from '../src/wire'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const file = (naam: string): RecentFile => ({ path: `/stukken/${naam}`, naam, map: '/stukken', geopend: 'vandaag' })
const glance = (titel: string, tekst = ''): Glance => ({
  titel,
  ministerie: 'Justitie en Veiligheid',
  sjabloon: 'Beslisnota',
  aan: 'Minister',
  kenmerk: '5301122',
  staat: 'concept',
  te_doen: 4,
  tekst,
})

const host = (answers: Record<string, () => Promise<Glance>>): Pick<Host, 'glance' | 'firstPage'> => ({
  glance: (path) => (answers[path.split('/').at(-1) ?? ''] ?? (() => Promise.reject(new Error('none'))))(),
  firstPage: (path) => Promise.resolve(new Blob([path])),
})

it('tells of each file, also when one is broken and one takes long', async () => {
  let answer: ((own: Glance) => void) | undefined
  const own = new Glances(
    host({
      traag: () => new Promise((done) => (answer = done)),
      stuk: () => Promise.reject({ code: 'binary', message: 'Dit is geen nota.' }),
      goed: () => Promise.resolve(glance('Fietspad')),
    }) as Host,
  )
  const files = ['traag', 'stuk', 'goed'].map(file)
  const looking = own.look(files, 54)
  await vi.advanceTimersByTimeAsync(1900)
  expect(own.of('/stukken/goed').glance).toBeNull()
  await vi.advanceTimersByTimeAsync(200)
  await looking
  expect(own.of('/stukken/traag')).toMatchObject({ isLate: true, glance: null })
  expect(own.of('/stukken/stuk')).toMatchObject({ why: 'Dit is geen nota.', isLate: false, page: null })
  expect(own.of('/stukken/goed').glance?.titel).toBe('Fietspad')
  expect(own.of('/stukken/goed').page).toBeInstanceOf(Blob)
  // What comes late is shown all the same.
  answer?.(glance('Haven'))
  await vi.advanceTimersByTimeAsync(1)
  expect(own.of('/stukken/traag')).toMatchObject({ why: '', isLate: false, glance: { titel: 'Haven' } })
})

it('finds a nota by words of its subject, addressee, number, text and file', async () => {
  const own = new Glances(host({ goed: () => Promise.resolve(glance('Fietspad', 'De brug is coördinatie.')) }) as Host)
  await own.look([file('goed')], 54)
  for (const sought of ['fiets', 'brug fietspad', 'coordinatie', '5301', 'justitie min', 'GOED', ''])
    expect(own.has(file('goed'), sought), sought).toBe(true)
  for (const sought of ['haven', 'fietspad haven', 'rug']) expect(own.has(file('goed'), sought), sought).toBe(false)
})
