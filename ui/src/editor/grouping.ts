// Which edits are one step of undo: a stretch of typing until a pause or, once
// the stretch is long enough to be a phrase, the start of a word.

/** What an edit is: typing goes on, the others are steps of their own. */
export type EditKind = 'type' | 'delete' | 'other'

const PAUSE = 1000
const PHRASE = 24

/** Gives every edit its group. */
export class Grouping {
  private kind: EditKind = 'other'
  private last = 0
  private length = 0
  private count = 0
  private spaced = false
  /** The group of the stretch that goes on. */
  private group = ''
  /** Whether the next edit belongs to that group, whatever it is. */
  private isJoined = false

  /** @param name what the groups are called by, one for each place of editing */
  constructor(private readonly name: string) {}

  /** The group of an edit at a time in milliseconds. `typed` is the text that
   * was put in. */
  next(kind: EditKind, typed: string, now: number): string {
    const space = /^\s/.test(typed)
    if (this.isJoined) this.kind = kind
    const phrase = kind === 'type' && this.spaced && !space && this.length >= PHRASE
    const isNew = kind === 'other' || kind !== this.kind || now - this.last > PAUSE || phrase
    if (isNew && !this.isJoined) {
      this.count += 1
      this.length = 0
      this.group = `${this.name}:${this.count}`
    }
    this.isJoined = false
    this.kind = kind
    this.last = now
    this.length += Math.max(typed.length, 1)
    this.spaced = space
    return this.group
  }

  /** Has the next edit, and what is typed on after it, be part of a step that was
   * begun elsewhere. */
  join(group: string): void {
    this.group = group
    this.length = 0
    this.isJoined = true
  }

  /** Ends the stretch: the field was left, or something else was done. */
  end(): void {
    this.kind = 'other'
  }
}
