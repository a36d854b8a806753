import { openEmail } from '#app/features/organisations/sealed-person.server.ts'
import { signaturePlace, subscriptionPlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import type { LinkTarget } from '#app/infra/vault/tokens.server.ts'

interface Found {
  kind: string
  lane: number
  subjectId: string
  emailIndex: Uint8Array | null
  sealedEmail: Uint8Array | null
  sealedName: Uint8Array | null
}

/** The address that a delivery went to; `null` when the delivery or its person is gone. @throws SealBroken */
export async function receiverOf(tx: Transaction, { campaignId, id }: LinkTarget): Promise<string | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    select d.kind::text, d.lane, d.subject_id as "subjectId", coalesce(n.email_index, s.email_index) as "emailIndex",
      coalesce(n.sealed_email, s.sealed_email, o.sealed_email) as "sealedEmail", coalesce(n.sealed_name, s.sealed_name) as "sealedName"
    from delivery d
    left join subscription n on (d.mailing_id is not null or d.lane = 3 or d.kind::text in ('news-link', 'news-consent')) and n.campaign_id = d.campaign_id and n.id = d.subject_id
    left join signature s on d.mailing_id is null and d.lane <> 3 and d.kind::text not in ('news-link', 'news-consent') and s.campaign_id = d.campaign_id and s.id = d.subject_id
    left join organisation o on d.kind = 'organisation' and o.campaign_id = d.campaign_id and o.id = d.subject_id
    where d.campaign_id = ${campaignId} and d.id = ${id}::uuid
    for update of d`
  if (!found?.sealedEmail || found.sealedEmail.length === 0) return null
  const { kind, lane, subjectId, emailIndex, sealedEmail, sealedName } = found
  if (kind === 'organisation') return openEmail({ id: subjectId, sealedEmail })
  if (!emailIndex || !sealedName) return null
  const whose = { campaignId, emailIndex }
  const placeOf =
    kind === 'update' || kind === 'news-link' || kind === 'news-consent' || lane === 3
      ? subscriptionPlace
      : signaturePlace
  return openPerson({ sealedEmail, sealedName }, (column) => placeOf(column, whose)).email
}
