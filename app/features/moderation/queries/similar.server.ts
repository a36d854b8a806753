import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { openKeyForTeam } from '#app/features/testimonies/keys.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { waitingStates } from '#app/features/testimonies/rules.ts'
import type { Story } from '#app/features/testimonies/schema.ts'
import { openOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { alikeFrom, likeness, sketchOf } from '../near.ts'
import type { Similar } from '../workbench.ts'
import type { Hands } from '../commands/settle.server.ts'

/** At most so many others are opened: about a third of a millisecond each. */
export const mostCompared = 500
const mostShown = 5

const columns = { id: true, sealedOriginal: true, dataKey: { select: { forTeam: true } } } as const

interface Row {
  id: string
  sealedOriginal: Uint8Array | null
  dataKey: { forTeam: Uint8Array } | null
}

function originalOf(keyring: TeamKeyring, { id, sealedOriginal, dataKey }: Row): Story | null {
  if (!sealedOriginal || !dataKey) return null
  try {
    return openOriginal(openKeyForTeam(keyring, id, dataKey.forTeam), id, sealedOriginal)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

/**
 * The waiting testimonies of the same campaign whose originals say nearly the same, the most alike first. Opened in this
 * request and forgotten with it: no sketch of a story is kept, because a sketch would let somebody try out guesses.
 */
export async function findSimilar({ testimonyId, keyring, actor }: Hands): Promise<Similar[]> {
  if (!keyring || !z.uuid().safeParse(testimonyId).success || actor.role === 'analyst') return []
  const here = await apart().testimony.findUnique({
    where: { id: testimonyId },
    select: { ...columns, campaignId: true },
  })
  const story = here && originalOf(keyring, here)
  const sketch = story && sketchOf(story.text)
  if (!here || !sketch) return []
  const others = await apart().testimony.findMany({
    where: { campaignId: here.campaignId, state: { in: waitingStates }, id: { not: testimonyId } },
    select: columns,
    orderBy: [{ receivedWeek: 'desc' }, { id: 'asc' }],
    take: mostCompared,
  })
  const found: Similar[] = []
  for (const [place, row] of others.entries()) {
    if (place % 25 === 24) await breathe() // others are served meanwhile
    const other = originalOf(keyring, row)
    const its = other && sketchOf(other.text)
    const share = its ? likeness(sketch, its) : 0
    if (other && share >= alikeFrom) found.push({ id: row.id, title: other.title, share })
  }
  return found.toSorted((a, b) => b.share - a.share).slice(0, mostShown)
}
