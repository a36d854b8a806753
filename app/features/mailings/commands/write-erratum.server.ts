import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { erratumText } from '../erratum-text.ts'
import { findMailing, type Mailing } from '../queries.server.ts'
import { textsNow } from '../queries/subject.server.ts'
import { everyone } from '../rules/audience.ts'
import type { MailingTexts } from '../schema.ts'
import { beginDraft } from './write-mailing.server.ts'

/** A claim as it was corrected, in both languages. */
export interface CorrectedClaim {
  slug: string
  version: number
  title: Record<Locale, string>
  note: Record<Locale, string>
}

interface Erring {
  actor: Actor
  /** The update that cited it. */
  correctsId: string
  claim: CorrectedClaim
  now: Date
}

export type ErratumOutcome =
  | { outcome: 'written' | 'already-written'; id: string }
  /** There is none, or it never began to go out. */
  | { outcome: 'unknown' }

/** One that says so already; one that was dropped before it began says nothing. */
const findWritten = (tx: Transaction, { correctsId, claim }: Erring) =>
  tx.mailingErratum.findFirst({
    where: {
      correctsId,
      claimSlug: claim.slug,
      mailing: { OR: [{ state: { not: 'cancelled' } }, { startedAt: { not: null } }] },
    },
    select: { mailingId: true },
  })

function textsOf(mailing: Mailing, claim: CorrectedClaim): MailingTexts {
  const { appUrl } = config()
  const said = textsNow(mailing)
  const textIn = (locale: Locale) => {
    const home = `${appUrl}/${locale}/${mailing.campaign.slug}`
    return erratumText(locale, {
      subject: said[locale].subject,
      startedAt: mailing.startedAt ?? mailing.createdAt,
      claim: { title: claim.title[locale], note: claim.note[locale], url: `${home}/claims/${claim.slug}` },
      letterUrl: `${home}/updates/${mailing.id}`,
      association: mailing.campaign.association,
    })
  }
  return { fr: textIn('fr'), en: textIn('en') }
}

/**
 * Begins the letter that says of an earlier one that it was wrong about a claim: a draft in both languages, for those who were handed
 * the earlier one. Asked for twice there is one draft.
 */
export async function writeErratum(erring: Erring): Promise<ErratumOutcome> {
  const { actor, correctsId, claim, now } = erring
  const mailing = await findMailing(correctsId)
  if (!mailing?.startedAt) return { outcome: 'unknown' }
  const texts = textsOf(mailing, claim)
  return db().$transaction(async (tx): Promise<ErratumOutcome> => {
    // Whoever writes one at the same moment waits here.
    await tx.$queryRaw`select 1 from mailing where id = ${correctsId}::uuid for update`
    const written = await findWritten(tx, erring)
    if (written) return { outcome: 'already-written', id: written.mailingId }
    const audience = { ...everyone, update: { id: correctsId, received: true } }
    const id = await beginDraft(tx, { actor, campaignId: mailing.campaign.id, texts, now, audience })
    const link = { mailingId: id, correctsId, claimSlug: claim.slug, claimVersion: claim.version }
    await tx.mailingErratum.create({ data: link, select: { mailingId: true } })
    const detail = { corrects: correctsId, claim: claim.slug, version: claim.version }
    await appendAudit(tx, { actor, action: 'mailing.erratum-written', subject: `mailing:${id}`, detail }, now)
    return { outcome: 'written', id }
  })
}
