// The open nota in the window, with the recorded desk: what goes out, what
// comes back, and which problems are shown when.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { replay, type Replay } from './replay'
import { Language } from '../src/state/language.svelte'
import { Problems } from '../src/state/problems.svelte'
import { Session, nameSections } from '../src/state/session.svelte'
import type { Block, SectionView } from '../src/wire'

const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] })
const numbers = (session: Session): string =>
  session.sections
    .filter((own) => own.index !== null)
    .map((own) => own.nummer)
    .join(' ')

let host: Replay
beforeEach(() => {
  vi.useFakeTimers()
  // jsdom has no CSS.escape.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  host = replay()
})

const seed = async (): Promise<Session> => new Session(host, await host.openPath('nota.nota.md'))
const value = (session: Session, key: string): unknown => session.fields.find((own) => own.sleutel === key)?.value

describe('changes', () => {
  it('arrive in the order in which they were made, and are undone over fields and sections', async () => {
    const session = await seed()
    void session.setField('kenmerk', '1', 'a')
    session.setBody('aanleiding', [paragraph('anders')], 'b')
    await session.settle()
    expect(host.log.map(({ change }) => change.type)).toEqual(['setField', 'setBody'])
    await session.undo()
    expect(session.section('aanleiding')?.blocks).not.toEqual([paragraph('anders')])
    expect(value(session, 'kenmerk')).toBe('1')
    await session.undo()
    expect(value(session, 'kenmerk')).toBe('5254387')
    expect(session.canUndo).toBe(false)
    await session.redo()
    expect(value(session, 'kenmerk')).toBe('1')
  })
  it('of one group are one step', async () => {
    const session = await seed()
    for (const kenmerk of ['5', '52', '525']) await session.setField('kenmerk', kenmerk, 'veld:1')
    await session.undo()
    expect(value(session, 'kenmerk')).toBe('5254387')
  })
  it('that fail leave the nota and those after it alone', async () => {
    const session = await seed()
    void session.apply({ type: 'removeSection', section: 'bestaat-niet' })
    await session.setField('kenmerk', '1', null)
    expect(numbers(session)).toBe('1. 2. 3. 4. 4.1 4.4 5. 5.1')
    expect(value(session, 'kenmerk')).toBe('1')
  })
})

describe('sections', () => {
  it('are added in their place, with the section that they are a part of, as one step', async () => {
    const session = new Session(host, await host.newNota('jenv/beslisnota'))
    await session.removeSection('toelichting')
    expect(numbers(session)).toBe('1. 2. 3. 5. 5.1')
    await session.addSection('krachtenveld')
    expect(numbers(session)).toBe('1. 2. 3. 4. 4.4 5. 5.1')
    await session.addSection('politieke-context')
    expect(numbers(session)).toBe('1. 2. 3. 4. 4.1 4.4 5. 5.1')
    await session.undo()
    await session.undo()
    expect(numbers(session)).toBe('1. 2. 3. 5. 5.1')
  })
  it('come back with their text when the removal is undone', async () => {
    const session = await seed()
    const before = session.section('krachtenveld')?.blocks
    await session.removeSection('krachtenveld')
    expect(session.section('krachtenveld')?.index).toBeNull()
    await session.undo()
    expect(session.section('krachtenveld')?.blocks).toEqual(before)
  })
  it('have names of their own, also when a file has one twice or one that is unknown', () => {
    const view = (sleutel: string | null, index: number) => ({ sleutel, index }) as SectionView
    const named = nameSections([view('aanleiding', 0), view('aanleiding', 1), view(null, 2), view(null, 3)])
    expect(named.map((own) => own.id)).toEqual(['aanleiding', 'aanleiding-1', 'los-2', 'los-3'])
  })
})

describe('problems', () => {
  async function started(session: Session): Promise<Problems> {
    const problems = new Problems(session, new Language(session))
    host.on('problems', (checked) => problems.take(checked))
    await vi.advanceTimersByTimeAsync(100)
    return problems
  }
  const codes = (problems: Problems): string => problems.shown.map((own) => own.code).join(' ')

  it('of a new nota are shown for what was left once', async () => {
    const problems = await started(new Session(host, await host.newNota('jenv/beslisnota')))
    expect(codes(problems)).toBe('')
    problems.leave('veld:onderwerp')
    expect(codes(problems)).toBe('N201')
    problems.leave('sectie:aanleiding')
    expect(codes(problems)).toBe('N201 N102')
    problems.showAll()
    expect(problems.shown.length).toBeGreaterThan(5)
  })
  it('of a nota from a file are shown at once', async () => {
    expect(codes(await started(await seed()))).toBe('N301 N304')
  })
  it('go while one mends them and come back when they are still there', async () => {
    const session = await seed()
    const problems = await started(session)
    await session.setField('kenmerk', '12', null)
    await vi.advanceTimersByTimeAsync(100)
    expect(codes(problems)).toBe('N202 N301 N304')
    problems.mend('veld:kenmerk')
    expect(codes(problems)).toBe('N301 N304')
    await session.setField('kenmerk', '123', null)
    await vi.advanceTimersByTimeAsync(100)
    expect(codes(problems)).toBe('N301 N304')
    problems.leave('veld:kenmerk')
    expect(codes(problems)).toBe('N202 N301 N304')
  })
  it('wait for a pause in the typing', async () => {
    const session = await seed()
    const problems = await started(session)
    session.lastKey = Date.now()
    await session.setField('kenmerk', '12', null)
    await vi.advanceTimersByTimeAsync(200)
    expect(codes(problems)).toBe('N301 N304')
    await vi.advanceTimersByTimeAsync(300)
    expect(codes(problems)).toBe('N202 N301 N304')
  })
  it('are mended by their fix, which can be undone', async () => {
    const session = await seed()
    const problems = await started(session)
    const fix = problems.shown.find((own) => own.code === 'N304')?.fix
    if (fix) await session.apply(fix.change)
    await vi.advanceTimersByTimeAsync(100)
    expect(codes(problems)).toBe('N301')
    await session.undo()
    await vi.advanceTimersByTimeAsync(100)
    expect(codes(problems)).toBe('N301 N304')
  })
  it('of a check of an earlier nota are void', async () => {
    const problems = await started(await seed())
    problems.take({ document: 99, revision: 99, diagnostics: [] })
    expect(codes(problems)).toBe('N301 N304')
  })
})
