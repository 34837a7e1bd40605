// A host that answers what the real desk answered: recorded in
// `opname/antwoorden.json` by the test target `recorded`, which sees to it that
// the answers are fresh. With the program of that target in
// `BESLISNOTA_OPNEMEN` it asks for what is not recorded yet.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, expect } from 'vitest'
import type { Host } from '../src/host/host'
import type { Change } from '../src/wire'
import { commands, type Commands, type Events } from '../src/wire/border'

/** What came of a command, and what was asked after it. */
interface Exchange {
  answer: unknown
  failed?: boolean
  told?: unknown
  then?: Node
}
type Node = Record<string, Exchange>
type Told = [name: keyof Events, payload: unknown]

const FILE = 'test/opname/antwoorden.json'
const recorder = process.env['BESLISNOTA_OPNEMEN']

/** How long the desk takes to check and typeset. */
const A_WHILE = 60

function load(): { values: unknown[]; root: Node } {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as { values: unknown[]; root: Node }
  } catch (error) {
    if (recorder) return { values: [], root: {} }
    throw error
  }
}
const recorded = load()

/** A value with all that stands apart in its place. */
function whole(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(whole)
  if ('$' in value) return whole(recorded.values[value.$ as number])
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, whole(own)]))
}

/** What was asked and not recorded: a test cannot pass over it. */
const unknown: string[] = []
afterEach(() => expect(unknown.splice(0), 'asked and not recorded, see CONTRIBUTING.md').toEqual([]))

/** A recorded desk. */
export interface Replay extends Host {
  /** The changes that came in. */
  readonly log: { change: Change; group: string | null }[]
}

/** A desk as it is at the start. */
export function replay(): Replay {
  let here = recorded.root
  const way: string[] = []
  const log: Replay['log'] = []
  const listeners: { [K in keyof Events]?: Set<(payload: Events[K]) => void> } = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  function find(command: string): Exchange | undefined {
    if (here[command] || !recorder) return here[command]
    const input = JSON.stringify([...way, command])
    const { status, stdout, stderr } = spawnSync(recorder, ['--add'], { input, encoding: 'utf8', maxBuffer: 1e8 })
    if (status !== 0) throw new Error(stderr)
    return (here[command] = JSON.parse(stdout) as Exchange)
  }

  function ask(method: keyof Commands, args: unknown[]): Promise<unknown> {
    if (method === 'apply') log.push({ change: args[0] as Change, group: args[1] as string | null })
    const command = JSON.stringify([method, ...args])
    const exchange = find(command)
    if (!exchange) {
      unknown.push(command)
      return Promise.reject(new Error(`not recorded: ${command}`))
    }
    if (exchange.then) {
      here = exchange.then
      way.push(command)
      clearTimeout(timer)
      timer = setTimeout(() => {
        for (const [name, payload] of whole(exchange.told ?? []) as Told[]) tell(name, payload)
      }, A_WHILE)
    }
    const answer = whole(exchange.answer)
    return exchange.failed ? Promise.reject(answer) : Promise.resolve(answer)
  }

  function tell(name: keyof Events, payload: unknown): void {
    for (const callback of listeners[name] ?? []) (callback as (payload: unknown) => void)(payload)
  }

  function on<K extends keyof Events>(event: K, callback: (payload: Events[K]) => void): () => void {
    const set = ((listeners[event] as Set<typeof callback> | undefined) ??= new Set() as never) as Set<typeof callback>
    set.add(callback)
    return () => set.delete(callback)
  }

  const methods = (Object.keys(commands) as (keyof Commands)[]).map((method) => [
    method,
    (...args: unknown[]) => ask(method, args),
  ])
  const asked = Object.fromEntries(methods) as unknown as Commands
  return { ...asked, log, on, platform: () => 'linux', listening: () => Promise.resolve() }
}
