import { findTeamKey } from '#app/features/staff/queries/team-key.server.ts'
import type { TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { sealWith, type DataKey } from '#app/infra/vault/data-key.server.ts'
import { unseal, type Place } from '#app/infra/vault/seal.server.ts'
import { makeKey } from '../keys.server.ts'
import { apart } from '../queries/apart.server.ts'
import { sealNote } from '../sealed-story.server.ts'

const old = {
  state: { not: 'withdrawn' },
  sealedOriginal: { not: null },
  dataKey: null,
} as const

/** From the keys of the settings, in its place, to a key of its own, in the same place. */
const moved = (key: DataKey, envelope: Uint8Array | null, place: Place) =>
  envelope && sealWith(key, Buffer.from(unseal(envelope, place), 'utf8'), place)

async function resealOne(id: string, team: TeamPublicKey): Promise<void> {
  await apart().$transaction(async (tx) => {
    const row = await tx.testimony.findFirst({
      where: { id, ...old },
      select: { sealedOriginal: true, sealedDraft: true, decisions: { select: { id: true, sealedNote: true } } },
    })
    if (!row) return
    const { key, forTeam } = makeKey({ testimonyId: id, team, receipt: null })
    const { count } = await tx.dataKey.createMany({ data: { testimonyId: id, forTeam }, skipDuplicates: true })
    if (count === 0) return // another process was here at the same instant
    await tx.testimony.update({
      where: { id },
      data: {
        sealedOriginal: moved(key, row.sealedOriginal, { table: 'testimony', column: 'sealed_original', row: id }),
        sealedDraft: moved(key, row.sealedDraft, { table: 'testimony', column: 'sealed_draft', row: id }),
      },
      select: { id: true },
    })
    for (const { id: decisionId, sealedNote } of row.decisions) {
      if (!sealedNote) continue
      const words = unseal(sealedNote, { table: 'decision', column: 'sealed_note', row: decisionId })
      await tx.decision.update({
        where: { id: decisionId },
        data: { sealedNote: sealNote(key, decisionId, words) },
        select: { id: true },
      })
    }
  })
}

/**
 * Testimonies of versions before 0050 were sealed with the keys of the settings, which every process holds. Each gets a key of
 * its own, for the team alone: nobody here knows its receipt. Safe to call at every start, by several processes.
 * @returns how many were sealed anew
 */
export async function resealOldTestimonies(): Promise<number> {
  const rows = await apart().testimony.findMany({ where: old, select: { id: true } })
  const team = rows.length > 0 ? await findTeamKey() : null
  if (!team) return 0
  let done = 0
  for (const { id } of rows) {
    await resealOne(id, team)
    done += 1
  }
  return done
}
