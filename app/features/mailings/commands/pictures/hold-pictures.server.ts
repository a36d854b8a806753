import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { findTexts } from '../../queries/texts.server.ts'
import { picturesOf } from '../../rules/pictures.ts'

/**
 * Writes down which pictures a letter carries as it begins. None of them is removed from here on: until the commit nobody can,
 * afterwards nobody may.
 */
export async function holdPictures(tx: Transaction, mailingId: string, campaignId: number): Promise<void> {
  const ids = picturesOf(await findTexts(tx, mailingId))
  if (ids.length === 0) return
  await tx.$executeRaw`
    insert into picture_use (picture_id, mailing_id)
    select id, ${mailingId}::uuid from picture where campaign_id = ${campaignId} and id = any(${ids}) order by id for key share
    on conflict do nothing`
}
