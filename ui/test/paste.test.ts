// What becomes of a paste: pairs of files, the HTML as the program gives it
// and the text that it must become.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Slice } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { allowedBlocks, restrict } from '../src/editor/allowed'
import { blocksToDoc, docToBlocks } from '../src/editor/json'
import { cleanHtml } from '../src/editor/paste/clean'
import { readPlain } from '../src/editor/paste/plain'
import { parseBlocks } from '../src/editor/section-editor'
import { outline } from './outline'

const folder = join(import.meta.dirname, 'plakken')

describe('a paste', () => {
  it.each(readdirSync(folder).filter((file) => file.endsWith('.html')))('%s', async (file) => {
    let label = 0
    const { html, dropped, notes } = cleanHtml(readFileSync(join(folder, file), 'utf8'), () => String(++label))
    const lines = [
      ...outline(parseBlocks(html)),
      ...notes.flatMap((note) => outline(parseBlocks(note.html)).map((line) => `noot ${note.label}: ${line}`)),
      ...(dropped.size ? [`zonder: ${[...dropped].join(', ')}`] : []),
    ]
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(folder, file.replace('.html', '.txt')))
  })
  it.each(readdirSync(folder).filter((file) => file.endsWith('.plat')))('%s', async (file) => {
    const plain = readFileSync(join(folder, file), 'utf8')
    const blocks = readPlain(plain)
    await expect(`${outline(blocks).join('\n')}\n`).toMatchFileSnapshot(join(folder, file.replace('.plat', '.txt')))
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')
    const texts = [...JSON.stringify(blocks).matchAll(/"text":"([^"]*)"/g)].map((match) => match[1])
    expect(letters(texts.join(''))).toBe(letters(plain))
  })
  it('takes the shape of what the section allows, without losing a word', () => {
    const doc = blocksToDoc(
      parseBlocks(
        '<h3>Kop</h3><ul><li><p>een</p></li></ul><table><tr><th><p>A</p></th><th><p>B</p></th></tr></table><blockquote><p>c</p></blockquote>',
      ),
    )
    const slice = restrict(new Slice(doc.content, 0, 0), allowedBlocks(['alinea']))
    expect(outline(docToBlocks(blocksToDoc([]).copy(slice.content)))).toEqual([
      'alinea: Kop',
      'alinea: een',
      'alinea: A | B',
      'alinea: c',
    ])
  })
})
