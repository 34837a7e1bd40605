// A place in the value of a field, written and read.
import { describe, expect, it } from 'vitest'
import { readPath, writePath } from '../src/nota/path'

describe('a path', () => {
  const keys = ['onderwerp', 'bijlagen', 'versie.2', 'versie', 'rij[0]']
  it.each<[path: string, key: string, steps: (string | number)[]]>([
    ['onderwerp', 'onderwerp', []],
    ['bijlagen[1].informatie', 'bijlagen', [1, 'informatie']],
    // A key can hold what else is a step.
    ['versie.2', 'versie.2', []],
    ['versie.2.naam', 'versie.2', ['naam']],
    ['versie.naam', 'versie', ['naam']],
    ['rij[0][3]', 'rij[0]', [3]],
    ['onbekend[0].x', 'onbekend', [0, 'x']],
    ['onderwerpen', 'onderwerpen', []],
  ])('%s is %s and %j', (path, key, steps) => {
    expect(readPath(path, keys)).toEqual({ key, steps })
    expect(writePath({ key, steps })).toBe(path)
  })
})
