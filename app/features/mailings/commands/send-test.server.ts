import { randomUUID } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { translator } from '#app/i18n/t.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import { sendMail } from '#app/infra/mail/transport.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { updateHeaders } from '../letter-headers.server.ts'
import { headToday, QuoteTakenBack, writeUpdate } from '../preview.server.ts'
import { findMailing } from '../queries.server.ts'
import { findLock } from '../queries/run.server.ts'
import { sampleField } from '../rules/sample-readers.ts'
import type { MailingTexts } from '../schema.ts'

export type TestOutcome =
  { outcome: 'test-sent' | 'mailing-unknown' | 'sending-locked' } | { outcome: 'test-refused'; reply: string | null }

export interface Testing {
  actor: Actor
  id: string
  /** Checked by `testForm`. It is used once and written nowhere. */
  email: string
  locale: Locale
  /** The texts on the page from which it is sent, saved or not. Without them: those that are kept. */
  typed?: MailingTexts | null
  now: Date
}

/**
 * Sends one copy to an address the campaigner typed: the letter as everyone would get it, marked as a test, counted nowhere. What
 * is on the page is sent, and kept nowhere: a test changes no draft and takes no yes back.
 * Its link to leave is a sample that unsubscribes nobody. A copy of the site whose sending is locked writes to nobody at all.
 */
export async function sendTest({ actor, id, email, locale, typed = null, now }: Testing): Promise<TestOutcome> {
  if ((await findLock()) !== null) return { outcome: 'sending-locked' }
  const mailing = await findMailing(id)
  if (!mailing) return { outcome: 'mailing-unknown' }
  const token = linkToken('unsubscribe', { campaignId: mailing.campaign.id, id })
  const letter = await writeUpdate({
    campaign: mailing.campaign,
    mailingId: id,
    text: (typed ?? mailing.texts)[locale],
    locale,
    token,
    count: mailing.signatureCount,
    ...(mailing.startedAt
      ? { head: mailing.head, startedAt: mailing.startedAt }
      : await headToday(mailing.campaign.id)),
    field: sampleField('usual'),
  }).catch((error: unknown) => {
    if (error instanceof QuoteTakenBack) return null
    throw error
  })
  if (!letter) return { outcome: 'mailing-unknown' }
  const sent = await sendMail({
    body: encodeBody(letter),
    subject: translator(locale)('mailings.test.subject', { subject: letter.subject }),
    from: config().mailFrom,
    to: { name: '', address: email },
    messageId: `<${randomUUID()}@${new URL(config().appUrl).hostname}>`,
    date: now,
    headers: updateHeaders({ campaignId: mailing.campaign.id, locale, token }),
  })
  await db().$transaction((tx) =>
    appendAudit(
      tx,
      { actor, action: 'mailing.tested', subject: `mailing:${id}`, detail: { locale, outcome: sent.outcome } },
      now,
    ),
  )
  return sent.outcome === 'handed-over'
    ? { outcome: 'test-sent' }
    : { outcome: 'test-refused', reply: 'reply' in sent ? sent.reply : null }
}
