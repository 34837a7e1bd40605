// What the styles promise to who sees or moves otherwise. No web view on this
// system can be told to force colours, so their rules are read here.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { systemColours } from '../src/state/look.svelte'

const folder = 'src'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|css)$/.test(name))

/** The style of a file, without comments. */
function styleOf(name: string): string {
  const text = readFileSync(`${folder}/${name}`, 'utf8').replace(/\/\*[^]*?\*\//g, '')
  return name.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '')
}

/** The rules of a style: inside a block of media, or outside all of them. */
function rules(style: string, media: string | null): { selectors: string[]; body: string }[] {
  const blocks = /@(media|container)([^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g
  const inside = [...style.matchAll(blocks)]
    .filter((match) => media && match[2]?.includes(media))
    .map((match) => match[3])
  const text = media ? inside.join('\n') : style.replace(blocks, '')
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(',').map((own) => own.replace(/\s+/g, ' ').trim()),
    body,
  }))
}

/** A colour that says something by itself: what is chosen, found or meant. */
const says = /background: var\(--(accent|accent-weak|gevonden|gevonden-hier)\)/

/** What says it in another way as well: by a border, a line or words. */
const elsewhere = [
  '.knop.hoofd',
  ".vink input[type='checkbox']:checked",
  '.knop.hoofd:hover',
  ".knop[aria-haspopup][aria-expanded='true']",
  '.kaart:hover',
  '.aan:hover',
  '.banner',
  '.slepen',
  'ins',
]

it('says without colours what a colour says, where the system forces its own', () => {
  const lost = files.flatMap((name) => {
    const style = styleOf(name)
    const forced = new Set(rules(style, 'forced-colors: active').flatMap((rule) => rule.selectors))
    return rules(style, null)
      .filter((rule) => says.test(rule.body))
      .flatMap((rule) => rule.selectors)
      .filter((selector) => !forced.has(selector) && !elsewhere.includes(selector))
      .map((selector) => `${name}: ${selector}`)
  })
  expect(lost).toEqual([])
})

describe('reduced motion', () => {
  it('stops all that moves by itself', () => {
    const still = rules(styleOf('styles/base.css'), 'prefers-reduced-motion: reduce')
    const all = still.find((rule) => rule.selectors.includes('*'))
    for (const promise of [
      'animation: none !important',
      'transition: none !important',
      'scroll-behavior: auto !important',
    ])
      expect(all?.body).toContain(promise)
  })
  it('is not passed over by scripts', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(svelte|ts)$/.test(name),
    )
    const moving = scripts.filter((name) =>
      /behavior: 'smooth'|\.animate\(/.test(readFileSync(`${folder}/${name}`, 'utf8')),
    )
    expect(moving).toEqual([])
  })
})

describe('the colours of the system', () => {
  it.each([
    [false, false, 'licht'],
    [true, false, 'donker'],
    [true, true, 'hoog-contrast'],
    [false, true, 'hoog-contrast-licht'],
  ])('dark %s and contrast %s give %s, which there is', (dark, contrast, name) => {
    expect(systemColours(dark, contrast)).toBe(name)
    expect(name === 'licht' || styleOf('styles/tokens.css').includes(`[data-thema='${name}']`)).toBe(true)
  })
})
