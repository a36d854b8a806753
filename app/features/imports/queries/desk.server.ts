import { recognise, type Recognised } from '../rules/formats.ts'
import { isOpenToMapping } from '../rules/steps.ts'
import { countReasons, findImport, listRefusals, type ShownImport, type ShownRefusal } from './imports.server.ts'
import { findBeginning, type Beginning } from './read-file.server.ts'

export interface ImportDeskData {
  shown: ShownImport
  /** The first rows as they are understood; `null` once the file is gone, or was run. */
  beginning: Beginning | null
  recognised: Recognised | null
  refusals: ShownRefusal[]
  reasons: { reason: string; n: number }[]
}

/** All that the page of one import shows; `null` when there is none. */
export async function deskOf(id: number, actorId: string): Promise<ImportDeskData | null> {
  const shown = await findImport(id, actorId)
  if (!shown) return null
  const isBusy = shown.state === 'checking' && !shown.paused
  const isOpen = isOpenToMapping(shown.state) && shown.hasFile && !isBusy
  const beginning = isOpen ? await findBeginning(id, shown) : null
  return {
    shown,
    beginning,
    recognised: beginning && recognise(beginning.header),
    refusals: await listRefusals(id),
    reasons: await countReasons(id),
  }
}
