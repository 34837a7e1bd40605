// The interface between the window and the world: everything that is not
// drawing goes through it. What can be asked and heard is made from Rust.
import type { Commands, Events } from '../wire/border'

/** The world as the window sees it. */
export interface Host extends Commands {
  /** The operating system, for the names of keys: `macos`, `windows`, `linux`. */
  platform(): string
  /** Waits until all that was registered so far is called back. */
  listening(): Promise<unknown>
  /** Calls back at each event until the function it returns is called. */
  on<K extends keyof Events>(event: K, callback: (payload: Events[K]) => void): () => void
}
