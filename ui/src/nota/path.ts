// A place in the value of a field, as places write it: `bijlagen[1].informatie`.
// Written and read here only, as in the engine.

/** A step into a value: a row, or a part of it. */
export type Step = string | number

/** A field and the way into its value. */
export interface FieldPath {
  key: string
  steps: Step[]
}

/** The path as a place writes it. */
export const writePath = ({ key, steps }: FieldPath): string =>
  key + steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')

/** The path that a place writes. A key can hold a dot or a bracket itself, so
 * that the longest of the `keys` that there are wins; of a field that is none
 * of them, all before the first dot or bracket is the key. */
export function readPath(path: string, keys: string[]): FieldPath {
  const isKey = (key: string): boolean => path.startsWith(key) && /^($|[[.])/.test(path.slice(key.length))
  const [known] = keys.filter(isKey).toSorted((one, other) => other.length - one.length)
  const key = known ?? path.split(/[[.]/, 1)[0] ?? path
  const rest = path.slice(key.length).matchAll(/\[(\d+)\]|\.([^[.]+)/g)
  return { key, steps: [...rest].map(([, index, part]) => part ?? Number(index)) }
}
