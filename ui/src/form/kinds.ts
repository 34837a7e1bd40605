// The kinds of field: one component each, one line here.
import type { Component } from 'svelte'
import type { FieldSort, FieldView, Value } from '../wire'
import Bijlagen from './fields/Bijlagen.svelte'
import Datum from './fields/Datum.svelte'
import Keuze from './fields/Keuze.svelte'
import Lijst from './fields/Lijst.svelte'
import Parafen from './fields/Parafen.svelte'
import Tekst from './fields/Tekst.svelte'

/** What every kind of field is given. */
export interface FieldProps {
  field: FieldView
  /** The value as it is being typed. */
  value: Value
  /** The id of the first control, which the label is for. */
  id: string
  /** The ids of help and messages. */
  describedby: string | undefined
  invalid: boolean
  readOnly: boolean
  /** Takes a value; a step of its own when it is not typing. */
  change: (value: Value, step?: boolean) => void
}

/** The component of each kind; the kinds of which a row has parts are a group. */
export const kinds: Record<FieldSort, { component: Component<FieldProps>; group: boolean }> = {
  tekst: { component: Tekst, group: false },
  datum: { component: Datum, group: false },
  keuze: { component: Keuze, group: false },
  lijst: { component: Lijst, group: false },
  adressaten: { component: Lijst, group: false },
  parafen: { component: Parafen, group: true },
  bijlagen: { component: Bijlagen, group: true },
}
