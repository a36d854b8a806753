import { v7 as uuidv7 } from 'uuid'
import { isOpen } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import type { Logo } from '../logo.server.ts'
import { mostMails, nameKey, siteKey } from '../rules.ts'
import type { OrganisationForm } from '../schema.ts'
import { sealPerson } from '../sealed-person.server.ts'

export type OrganisationSignOutcome = { outcome: 'accepted' } | { outcome: 'campaign-closed' }

/** What was shown to the representative, when, and the logo that was made of what they sent. */
export interface OrganisationSigning {
  campaign: CampaignSummary
  locale: Locale
  textVersion: number
  logo: Logo | null
  /** The address as one person's, by the rules of its provider (docs/decisions/0029): the limit holds for a mailbox. */
  personal: string
  now: Date
}

const minute = 60_000

/** One address at a time: what was mailed to it before decides about the next mail. */
async function waitForTurn(tx: Transaction, emailIndex: Uint8Array): Promise<void> {
  const key = Buffer.from(emailIndex).readBigInt64BE()
  await tx.$executeRaw`select pg_advisory_xact_lock(${key}::bigint)`
}

/**
 * Makes a commit that writes nothing wait for the disk like one that writes: the time does not say that an address has had its mails.
 */
async function waitForDisk(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select from pg_logical_emit_message(true, 'portevoix', '')`
}

async function mailsSoFar(tx: Transaction, who: { campaignId: number; emailIndex: Uint8Array<ArrayBuffer> }) {
  const { _sum, _max } = await tx.organisation.aggregate({
    where: who,
    _sum: { mails: true },
    _max: { mailedAt: true },
  })
  return { count: _sum.mails ?? 0, last: _max.mailedAt }
}

function rowOf(id: string, form: OrganisationForm, { campaign, locale, textVersion, logo, now }: OrganisationSigning) {
  const { name, kind, scope, town, country, website, personName, personRole, email, news } = form
  return {
    id,
    campaignId: campaign.id,
    name,
    kind,
    scope,
    town,
    country,
    website,
    nameKey: nameKey(name),
    siteKey: website && siteKey(website),
    logo: logo?.bytes ?? null,
    logoHash: logo?.hash ?? null,
    logoWidth: logo?.width ?? null,
    logoHeight: logo?.height ?? null,
    locale,
    textVersion,
    wantsNews: news,
    ...sealPerson(id, { name: personName, role: personRole, email }),
    mailedAt: now,
  }
}

type Sender = OrganisationSigning & { emailIndex: Uint8Array<ArrayBuffer> }

/** Puts the form in the place of the one that waits; `null` when none does, or it is confirmed at this moment. */
async function replaceWaiting(tx: Transaction, form: OrganisationForm, sender: Sender): Promise<string | null> {
  const { campaign, emailIndex } = sender
  const waiting = await tx.organisation.findFirst({
    where: { campaignId: campaign.id, emailIndex, nameKey: nameKey(form.name), state: 'pending' },
    select: { id: true },
  })
  if (!waiting) return null
  const { count } = await tx.organisation.updateMany({
    where: { id: waiting.id, state: 'pending' },
    data: { ...rowOf(waiting.id, form, sender), mails: { increment: 1 } },
  })
  return count > 0 ? waiting.id : null
}

async function write(tx: Transaction, form: OrganisationForm, sender: Sender): Promise<string> {
  const id = uuidv7()
  const { emailIndex, now } = sender
  await tx.organisation.create({ data: { ...rowOf(id, form, sender), emailIndex, createdAt: now } })
  return id
}

/**
 * Takes what a representative says for an organisation. Nothing appears before they confirm by mail and the team approves. Until
 * it is confirmed the last form counts, under the same link; whoever asks, and however often, hears the same answer.
 */
export async function signAsOrganisation(
  form: OrganisationForm,
  signing: OrganisationSigning,
): Promise<OrganisationSignOutcome> {
  const { campaign, personal, now } = signing
  if (!isOpen(campaign, now)) return { outcome: 'campaign-closed' }
  const emailIndex = Uint8Array.from(blindIndex(`organisation|${campaign.id}`, personal))
  const who = { campaignId: campaign.id, emailIndex }
  await db().$transaction(async (tx) => {
    await waitForTurn(tx, emailIndex)
    const mailed = await mailsSoFar(tx, who)
    // Nobody would be told: what cannot be confirmed is not written either.
    if (mailed.count >= mostMails) return waitForDisk(tx)
    const id =
      (await replaceWaiting(tx, form, { ...signing, emailIndex })) ??
      (await write(tx, form, { ...signing, emailIndex }))
    const dueAt = mailed.last ? new Date(Math.max(now.getTime(), mailed.last.getTime() + minute)) : now
    await tx.delivery.create({
      data: { campaignId: campaign.id, id: uuidv7(), kind: 'organisation', subjectId: id, lane: 0, dueAt },
    })
    await notifyWith(tx, 'delivery', '')
  })
  return { outcome: 'accepted' }
}
