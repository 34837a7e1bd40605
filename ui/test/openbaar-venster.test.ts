// The public version in the window, on the recorded desk: fields, suggestions
// and the two versions.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { replay, type Replay } from './replay'
import { App } from '../src/state/app.svelte'
import { notices } from '../src/state/notices.svelte'
import { nowhere, type Session } from '../src/state/session.svelte'
import type { PublicVersion } from '../src/state/version.svelte'
import type { Block, FieldView } from '../src/wire'

let host: Replay
let app: App
let session: Session
let version: PublicVersion

beforeEach(async () => {
  // jsdom has no such names.
  vi.stubGlobal('CSS', { escape: (name: string) => name })
  host = replay()
  app = await App.start(host)
  await app.openPath('nota.nota.md')
  if (!app.open) throw new Error('nothing is open')
  session = app.open.session
  version = app.open.version
})

const field = (key: string): FieldView => {
  const found = session.fields.find((own) => own.sleutel === key)
  if (!found) throw new Error(`no field ${key}`)
  return found
}
const writes = (text: string): Promise<void> => {
  const blocks: Block[] = [{ type: 'paragraph', inlines: [{ type: 'text', text }] }]
  return session.apply({ type: 'setBody', section: 'aanleiding', blocks })
}
const pages = (): Promise<string> => {
  const text = (list: { tekst: string }[]): string => list.map((page) => page.tekst).join('\n')
  return new Promise((resolve) => {
    const off = host.on('pages', (view) => {
      off()
      resolve(`${view.versie}: ${text(view.pages)}`)
    })
  })
}

describe('a field', () => {
  it('is withheld, on another ground, and public again', async () => {
    const marking = { editor: null, field: field('onderdeel') }
    await app.withhold(marking, '5.1.2h', 'tekst')
    expect(field('onderdeel').lak).toBe('5.1.2h')
    await app.withhold(marking, '5.1.2e', 'tekst')
    expect(field('onderdeel').lak).toBe('5.1.2e')
    await app.makePublic(marking)
    expect(field('onderdeel').lak).toBeNull()
    await session.undo()
    expect(field('onderdeel').lak).toBe('5.1.2e')
  })
  it('that the template withholds stays so, and an empty one is filled in first', () => {
    app.askGround({ editor: null, field: field('opgesteld-door') })
    expect(app.dialog).toBeNull()
    app.askGround({ editor: null, field: field('directie') })
    expect(app.dialog).toBeNull()
    app.askGround({ editor: null, field: field('onderdeel') })
    expect(app.dialog?.kind).toBe('gronden')
  })
})

describe('suggestions', () => {
  const TEXT = 'Vraag mevrouw De Vries en de heer P. Bos, of nog eens mevrouw De Vries.'
  it('are withheld one by one or all alike, in one step of undo', async () => {
    await writes(TEXT)
    await version.show('openbaar')
    const found = await host.suggestions()
    expect(found.map(({ tekst, plekken }) => `${tekst} ${plekken.length}`)).toEqual(['De Vries 2', 'P. Bos 1'])
    const places = found[0]?.plekken.map(({ place }) => place) ?? []
    await version.withhold(places, '5.1.2e')
    expect((await host.suggestions()).map(({ tekst }) => tekst)).toEqual(['P. Bos'])
    await session.undo()
    expect(await host.suggestions()).toHaveLength(2)
  })
  it('that one leaves are not shown again', async () => {
    await writes(TEXT)
    await version.show('openbaar')
    await version.withhold([], '5.1.2e')
    const [first] = version.suggestions
    if (first) await version.leave(first)
    expect(version.suggestions.map(({ tekst }) => tekst)).toEqual(['P. Bos'])
    // The nota keeps it, so that the check does not ask again either.
    expect(await host.suggestions()).toHaveLength(1)
    await session.undo()
    expect(await host.suggestions()).toHaveLength(2)
  })
})

describe('the versions', () => {
  it('show pages of the one that was asked for', async () => {
    await writes('Met Jansen.')
    const range = { start: 4, end: 10 }
    await session.setLak({ ...nowhere, section: 'aanleiding', index: 0, path: [0], range }, '5.1.2e')
    const intern = pages()
    await session.settle()
    expect(await intern).toMatch(/^intern: [^]*Jansen/)
    const own = pages()
    await version.show('openbaar')
    const shown = await own
    expect(shown).toMatch(/^openbaar: [^]*\[niet openbaar: art. 5.1, lid 2, onder e, Woo\]/)
    expect(shown).not.toContain('Jansen')
    // Pages that were under way are of the other version.
    expect(version.take({ document: 1, revision: 9, versie: 'intern', pages: [], bezwaren: [], words: 0 })).toBe(false)
  })
  it('are compared, and what bars the public one is named with its place', async () => {
    await writes('Met Jansen.')
    const place = { ...nowhere, section: 'aanleiding', index: 0, path: [0], range: { start: 4, end: 10 } }
    await session.setLak(place, '')
    const { bezwaren, openbaar } = await host.compare()
    expect(bezwaren.map((own) => own.place.index)).toEqual([0])
    expect(openbaar).toEqual([])
    expect((await host.exportPublic('pdf', 'geen', [])).gemaakt).toBeNull()
    await session.setLak(place, '5.1.2e')
    const comparison = await host.compare()
    const own = comparison.gronden.find(({ grond }) => grond === '5.1.2e')
    expect(own?.gelakt.map(({ begin }) => begin)).toContain('Jansen')
    expect((await host.exportPublic('pdf', 'apart', [])).gemaakt?.naam).toContain('-openbaar.pdf')
  })
})

describe('what goes to other programs', () => {
  const withhold = async (grond: string): Promise<void> => {
    await writes('Met Jansen.')
    const place = { ...nowhere, section: 'aanleiding', index: 0, path: [0], range: { start: 4, end: 10 } }
    await session.setLak(place, grond)
  }
  it('is the version that is shown, and says which', async () => {
    await withhold('5.1.2e')
    const [print, mail, say] = [vi.spyOn(host, 'print'), vi.spyOn(host, 'mail'), vi.spyOn(notices, 'say')]
    await app.print()
    await version.show('openbaar')
    await app.print()
    await app.mail('open')
    await app.mail('keep')
    expect(print.mock.calls).toEqual([['intern'], ['openbaar']])
    expect(mail.mock.calls).toEqual([
      ['open', 'openbaar'],
      ['keep', 'openbaar'],
    ])
    const said = say.mock.calls.map(([text]) => text)
    expect(said.filter((text) => /openbare versie/.test(text))).toHaveLength(3)
    expect(said.filter((text) => /interne versie/.test(text))).toHaveLength(1)
  })
  it('is nothing when there is no public version, and the window says why and what older file stands', async () => {
    await withhold('')
    await version.show('openbaar')
    await app.print()
    const { dialog } = app
    if (dialog?.kind !== 'geweigerd') throw new Error('it is not refused')
    expect(dialog.titel).toBe('Er is niets afgedrukt')
    expect(dialog.refused.gemaakt).toBeNull()
    expect(dialog.refused.bezwaren.map(({ place }) => place.index)).toEqual([0])
    expect(dialog.refused.ouder.join()).toContain('van 15 maart 2024')
  })
})

describe('the pages', () => {
  it('of the other version are known as such until the new ones come', async () => {
    const { pages: shown } = app.open ?? {}
    const first = pages()
    await writes('Met Jansen.')
    await first
    expect(shown?.version).toBe('intern')
    const next = pages()
    void version.show('openbaar')
    expect(shown?.version).not.toBe(version.shown)
    await next
    expect(shown?.version).toBe('openbaar')
  })
})

describe('what the engine wrote itself', () => {
  it('is shown when the answers have come, and takes back nothing that was typed since', async () => {
    const snapshot = await host.snapshot()
    if (!snapshot) throw new Error('nothing is open')
    const real = host.apply.bind(host)
    let answers = 0
    // The first answer holds the whole nota, as it was then.
    host.apply = async (change, group) => {
      const applied = await real(change, group)
      answers += 1
      return answers === 1 ? { ...applied, snapshot: await host.snapshot() } : applied
    }
    const first = session.setField('kenmerk', '1111111', 'a')
    const second = session.setField('kenmerk', '2222222', 'a')
    await Promise.all([first, second])
    await session.settle()
    expect(field('kenmerk').value).toBe('2222222')
  })
})
