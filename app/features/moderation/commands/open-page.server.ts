import { z } from 'zod'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openImage } from '#app/features/testimonies/sealed-story.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { keyFor, type Hands } from './settle.server.ts'
import { claimSeenBy } from '../rules.ts'

const kinds = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/webp', begins: [0x52, 0x49, 0x46, 0x46] },
] as const

export interface OpenedPage {
  image: Buffer
  type: (typeof kinds)[number]['type']
}

/**
 * One page, opened for a moderator; like an opening of the story it leaves an entry in the trail, unless one holds the claim.
 * `null`: no such page, no key, or not a picture that we draw ourselves.
 */
export async function openPage(pageId: string, hands: Hands): Promise<OpenedPage | null> {
  const { testimonyId, actor, now } = hands
  const ids = z.object({ pageId: z.uuid(), testimonyId: z.uuid() }).safeParse({ pageId, testimonyId })
  if (!ids.success) return null
  const row = await apart().attachment.findFirst({
    where: { id: pageId, testimonyId },
    select: {
      file: true,
      page: true,
      sealedImage: true,
      testimony: { select: { claimedById: true, claimedUntil: true } },
    },
  })
  const key = row && (await keyFor(hands))
  if (!row || !key) return null
  if (claimSeenBy(actor.id, row.testimony, now) !== 'mine') {
    const detail = { file: row.file, page: row.page }
    const deed = { actor, action: 'testimony.page-opened', subject: `testimony:${testimonyId}`, detail }
    await apart().$transaction((tx) => appendAudit(tx, deed, now))
  }
  try {
    const image = openImage(key, pageId, row.sealedImage)
    const kind = kinds.find(({ begins }) => begins.every((byte, place) => image[place] === byte))
    return kind ? { image, type: kind.type } : null
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
