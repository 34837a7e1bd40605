// The grounds on which text is withheld, in words.
import { t } from '../teksten/nl'
import { gronden } from '../wire'

/** What stands in the place of text that is withheld on a ground. */
export const placeholder = (grond: string): string =>
  gronden.find((own) => own.code === grond)?.plaats ?? t.openbaar.zonderGrond
