import { createHmac } from 'node:crypto'
import { isLocale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { keyring } from '#app/infra/vault/keys.server.ts'
import { signaturePlace, subscriptionPlace } from '#app/features/signatures/places.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { headerSafe } from '#emails/header-safe.ts'
import { updateHeaders } from '../../letter-headers.server.ts'
import type { Claim } from './claim.server.ts'
import { stationery } from './stationery.server.ts'

/** The same for every attempt to deliver the same letter to the same person, and guessable by nobody. */
export function messageId(deliveryId: string): string {
  const local = createHmac('sha256', keyring().messageKey)
    .update(deliveryId)
    .digest()
    .subarray(0, 18)
    .toString('base64url')
  return `<${local}@${new URL(config().appUrl).hostname}>`
}

/** The letter of one delivery; `null` when its person or its text is gone. @throws SealBroken */
export async function composeLetter(claim: Claim): Promise<OutgoingMail | null> {
  const { kind, campaignId, subjectId, mailingId, locale, sealedEmail, sealedName, emailIndex } = claim
  if (!sealedEmail || !sealedName || !emailIndex || !isLocale(locale)) return null
  const wantsNews = kind !== 'update' && claim.subscriptionState === 'pending'
  const sheet = await stationery({ kind, campaignId, mailingId, locale, wantsNews })
  if (!sheet) return null
  const token = linkToken(kind === 'update' ? 'unsubscribe' : 'confirm', { campaignId, id: subjectId })
  const place = kind === 'update' ? subscriptionPlace : signaturePlace
  const open = (sealed: Buffer, column: 'sealed_email' | 'sealed_name') =>
    unseal(sealed, place(column, { campaignId, emailIndex }))
  return {
    ...sheet,
    token,
    from: config().mailFrom,
    to: { name: headerSafe(open(sealedName, 'sealed_name')), address: open(sealedEmail, 'sealed_email') },
    messageId: messageId(claim.id),
    date: claim.datedAt,
    headers: kind === 'update' ? updateHeaders({ campaignId, locale, token }) : { 'Auto-Submitted': 'auto-generated' },
  }
}
