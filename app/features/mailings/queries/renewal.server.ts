import { createHash } from 'node:crypto'
import { findCampaignById, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { locales, type Locale } from '#app/i18n/locale.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import type { Mail } from '#emails/letter.tsx'
import { writeRenewal } from '../renewal-letter.server.ts'
import { renewalDays, type RenewalOutcome } from '../rules/renewal.ts'
import { lastYes } from './wishes.server.ts'

/** Since when this site asks once a year; `null`: it does not. */
export const findRenewalSetting = async (): Promise<Date | null> =>
  (await db().renewalSetting.findUnique({ where: { id: 1 }, select: { enabledAt: true } }))?.enabledAt ?? null

/** The campaign whose letter a link belongs to; `null` for what we did not make. Reading it changes nothing. */
export async function findRenewalLink(token: string): Promise<{ campaignId: number } | null> {
  const target = readLinkToken('renew', token)
  if (!target) return null
  const { campaignId } = target
  return (await db().subscription.count({ where: target })) > 0 ? { campaignId } : null
}

export interface RenewalFigures {
  /** Wishes for news that are active, and those of them last said yes to more than a year ago. */
  active: number
  old: number
  /** Questions without an answer so far. */
  open: number
  outcomes: Record<RenewalOutcome, number>
}

/** Whom the yearly question concerns, and what came of it. */
export async function countRenewals(now: Date): Promise<RenewalFigures> {
  const [wishes, questions] = await Promise.all([
    pool().query<{ active: number; old: number }>(
      `select count(*)::int as active, (count(*) filter (where ${lastYes('b')} <= $1::timestamptz - interval '${renewalDays.year} days'))::int as old
       from subscription b where b.state = 'active'`,
      [now],
    ),
    pool().query<{ outcome: string | null; n: number }>(
      'select outcome, count(*)::int as n from renewal group by outcome',
    ),
  ])
  const of = (outcome: RenewalOutcome | null) => questions.rows.find((row) => row.outcome === outcome)?.n ?? 0
  return {
    ...(wishes.rows[0] ?? { active: 0, old: 0 }),
    open: of(null),
    outcomes: {
      kept: of('kept'),
      paused: of('paused'),
      left: of('left'),
      ended: of('ended'),
      unreached: of('unreached'),
      stopped: of('stopped'),
    },
  }
}

const kinds = ['renewal', 'renewal-reminder'] as const

/** The letters as they would go out now for one campaign, in both languages, with a sample where the reader's own goes. */
async function lettersOf(campaignId: number): Promise<{ kind: string; locale: Locale; mail: Mail }[]> {
  const campaign = await findCampaignById(campaignId)
  if (!campaign) return []
  const written = locales.flatMap((locale) =>
    kinds.map(async (kind) => {
      const sample = { token: 'SAMPLE', leave: 'SAMPLE', reminds: kind === 'renewal-reminder' }
      const mail = await writeRenewal({ campaign, locale, ...sample })
      return mail ? [{ kind, locale, mail }] : []
    }),
  )
  return (await Promise.all(written)).flat()
}

/** What would be asked, for a look before it is turned on: of the first campaign. */
export async function previewRenewal(): Promise<{ kind: string; locale: Locale; subject: string; text: string }[]> {
  const [first] = await listCampaigns()
  const letters = first ? await lettersOf(first.id) : []
  return letters.map(({ kind, locale, mail: { subject, text } }) => ({ kind, locale, subject, text }))
}

/** Keeps word for word what a campaign's readers are asked, in both languages, once for each wording. */
export async function keepRenewalTexts(campaignIds: Iterable<number>, now: Date): Promise<void> {
  for (const campaignId of campaignIds)
    for (const { kind, locale, mail } of await lettersOf(campaignId)) {
      const digest = createHash('sha256').update(`${kind}\n${locale}\n${mail.subject}\n${mail.text}`).digest()
      await pool().query(
        'insert into renewal_text (digest, kind, locale, subject, body, since) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
        [digest, kind, locale, mail.subject, mail.text, now],
      )
    }
}

/** What was asked so far, the latest wording first. */
export const listRenewalTexts = () =>
  db().renewalText.findMany({
    orderBy: [{ since: 'desc' }, { kind: 'asc' }, { locale: 'asc' }],
    take: 40,
    select: { kind: true, locale: true, subject: true, body: true, since: true },
  })
