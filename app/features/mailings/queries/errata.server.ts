import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { subjectFields, subjectIn } from './subject.server.ts'
import type { MailingState } from '../schema.ts'

/** The day of a correction, and what it corrects. */
export interface CorrectedAt {
  campaign: { id: number; slug: string }
  slug: string
  /** `YYYY-MM-DD`, in Paris. */
  publishedOn: string
}

/** An update that named a claim by its address before that was corrected. */
export interface CitingMailing {
  id: string
  subject: string
  startedOn: string
  /** The letter that says so: written, or on its way. */
  erratum: { id: string; state: MailingState } | null
}

/** Updates whose text, in either language, links to the page of a claim or to its place in the list. Slugs hold no sign that an expression reads. */
async function idsCiting({ campaign, slug }: CorrectedAt): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `select m.id from mailing m
     where m.campaign_id = $1 and m.started_at is not null
       and exists (select from mailing_text t where t.mailing_id = m.id and t.body ~ $2)
     order by m.started_at desc`,
    [campaign.id, `/(fr|en)/${campaign.slug}/claims[/#]${slug}($|[^a-z0-9-])`],
  )
  return rows.map(({ id }) => id)
}

/** The updates that cited a claim and began to go out before it was corrected, the newest first. */
export async function listCiting(corrected: CorrectedAt, locale: Locale): Promise<CitingMailing[]> {
  const ids = await idsCiting(corrected)
  const mailings = await db().mailing.findMany({
    where: { id: { in: ids } },
    orderBy: { startedAt: 'desc' },
    select: {
      id: true,
      startedAt: true,
      ...subjectFields(locale),
      errata: {
        where: {
          claimSlug: corrected.slug,
          mailing: { OR: [{ state: { not: 'cancelled' } }, { startedAt: { not: null } }] },
        },
        select: { mailing: { select: { id: true, state: true } } },
      },
    },
  })
  return mailings.flatMap(({ id, startedAt, errata, ...named }) => {
    const startedOn = startedAt && parisDay(startedAt)
    if (!startedOn || startedOn > corrected.publishedOn) return []
    return [{ id, startedOn, subject: subjectIn(named, locale), erratum: errata[0]?.mailing ?? null }]
  })
}

/** A letter of the archive. */
export interface LinkedLetter {
  id: string
  subject: string
  startedOn: string
}

/** What a letter of the archive corrects, and the letters that corrected it since. */
export async function findErrata(
  mailingId: string,
  locale: Locale,
): Promise<{ corrects: LinkedLetter | null; corrections: LinkedLetter[] }> {
  const letter = { id: true, startedAt: true, ...subjectFields(locale) }
  const found = await db().mailing.findUnique({
    where: { id: mailingId },
    select: {
      erratum: { select: { corrects: { select: letter } } },
      errata: {
        where: { mailing: { startedAt: { not: null } } },
        orderBy: { mailing: { startedAt: 'asc' } },
        select: { mailing: { select: letter } },
      },
    },
  })
  const linked = (row: LetterRow): LinkedLetter[] => {
    const { id, startedAt, ...named } = row
    return startedAt ? [{ id, startedOn: parisDay(startedAt), subject: subjectIn(named, locale) }] : []
  }
  return {
    corrects: found?.erratum ? (linked(found.erratum.corrects)[0] ?? null) : null,
    corrections: found?.errata.flatMap(({ mailing }) => linked(mailing)) ?? [],
  }
}

type LetterRow = { id: string; startedAt: Date | null } & Parameters<typeof subjectIn>[0]
