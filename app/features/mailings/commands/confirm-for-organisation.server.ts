import {
  confirmOrganisation,
  type OrganisationConfirmOutcome,
} from '#app/features/organisations/commands/confirm-organisation.server.ts'
import { openPerson } from '#app/features/organisations/sealed-person.server.ts'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { personText } from '#app/features/signatures/sealed-person.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'

/**
 * Confirms what a representative said for an organisation and begins the news that they asked for in its name, in one commit. Safe
 * to call twice: news that somebody left meanwhile do not begin again.
 */
export async function confirmForOrganisation(token: string, now: Date): Promise<OrganisationConfirmOutcome> {
  return db().$transaction(async (tx) => {
    const confirmed = await confirmOrganisation(token, now, tx)
    const target = readLinkToken('confirm-organisation', token)
    if (confirmed.outcome === 'confirmed' && target) await beginNews(tx, target.id, now)
    return confirmed
  })
}

/**
 * A wish like any other: whoever leaves it leaves by the same pages. A mailbox whose own wish goes on keeps it, with its name, its
 * language and its pause, and it is the organisation's as well from here on.
 */
async function beginNews(tx: Transaction, id: string, now: Date): Promise<void> {
  const { campaignId, wantsNews, locale, textVersion, mailedAt, ...sealed } = await tx.organisation.findUniqueOrThrow({
    where: { id },
    select: {
      campaignId: true,
      wantsNews: true,
      locale: true,
      textVersion: true,
      mailedAt: true,
      sealedEmail: true,
      sealedName: true,
      sealedRole: true,
    },
  })
  if (!wantsNews) return
  const { email, name } = openPerson({ id, ...sealed })
  const whose = whoseIn(campaignId, personalAddress(email))
  const person = seal(personText({ email, name }), subscriptionPlace('sealed_email', whose))
  await tx.$executeRaw`
    insert into subscription as b (campaign_id, id, email_index, sealed_email, sealed_name, locale, state, created_at, asked_at, activated_at, for_organisation, for_person, text_version)
    values (${campaignId}, ${timeId(now)}::uuid, ${whose.emailIndex}, ${person}, '', ${locale}, 'active', ${now}, ${mailedAt}, ${now}, true, false, ${textVersion})
    on conflict (campaign_id, email_index) do update set
      for_organisation = true, text_version = excluded.text_version,
      for_person = b.for_person and b.state in ('pending', 'active', 'paused'),
      state = case when b.state = 'paused' then b.state else 'active' end,
      sealed_email = case when b.state in ('active', 'paused') then b.sealed_email else excluded.sealed_email end,
      sealed_name = case when b.state in ('active', 'paused') then b.sealed_name else '' end,
      locale = case when b.state in ('active', 'paused') then b.locale else excluded.locale end,
      asked_at = case when b.state in ('active', 'paused') then b.asked_at else excluded.asked_at end,
      activated_at = case when b.state in ('active', 'paused') then b.activated_at else excluded.activated_at end,
      ended_at = case when b.state in ('active', 'paused') then b.ended_at end`
}
