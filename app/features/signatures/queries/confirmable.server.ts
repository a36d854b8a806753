import { db } from '#app/infra/db/prisma.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import { signaturePlace } from '../places.ts'
import { confirmationDays } from '../rules.ts'

const day = 86_400_000

/** What pressing the button will record: shown before it is pressed, because anybody could have sent the form. */
export interface Confirmable {
  campaignId: number
  confirmed: boolean
  name: string
  showName: boolean
  news: boolean
  comment: string | null
}

/** What a link confirms, or has confirmed; `null` for unknown and expired ones alike. */
export async function findConfirmable(token: string, now: Date): Promise<Confirmable | null> {
  const target = readLinkToken('confirm', token)
  if (!target) return null
  const since = new Date(now.getTime() - confirmationDays * day)
  const found = await db().signature.findFirst({
    where: { ...target, OR: [{ state: 'confirmed' }, { state: 'pending', mailedAt: { gt: since } }] },
    select: { campaignId: true, emailIndex: true, sealedName: true, sealedComment: true, showName: true, state: true },
  })
  if (!found) return null
  const { campaignId, emailIndex, sealedName, sealedComment, showName } = found
  const asked = await db().subscription.findFirst({
    where: { campaignId, emailIndex, state: { in: ['pending', 'active'] } },
    select: { id: true },
  })
  return {
    campaignId,
    confirmed: found.state === 'confirmed',
    name: unseal(sealedName, signaturePlace('sealed_name', found)),
    showName,
    news: asked !== null,
    comment: sealedComment && unseal(sealedComment, signaturePlace('sealed_comment', found)),
  }
}
