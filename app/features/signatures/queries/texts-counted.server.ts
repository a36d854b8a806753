import { isLocale, locales, type Locale } from '#app/i18n/locale.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

export interface TextCount {
  locale: Locale
  version: number
  n: number
}

export interface TextsCounted {
  /** When it was counted; `null`: this very moment. */
  asOf: Date | null
  texts: TextCount[]
}

/**
 * How many confirmed signatures stand behind each text. As long as there is one version, everyone who signed in a language
 * signed it: the tallies know at once. Afterwards, as last counted.
 */
export async function textsCounted(campaignId: number, versions: number): Promise<TextsCounted> {
  if (versions <= 1) {
    const { rows } = await pool().query<{ key: string; n: number }>(
      `select key, sum(n)::int as n from tally where campaign_id = $1 and dimension = 'language' group by key`,
      [campaignId],
    )
    const texts = locales.map((locale) => ({ locale, version: 1, n: rows.find(({ key }) => key === locale)?.n ?? 0 }))
    return { asOf: null, texts }
  }
  const rows = await db().textTally.findMany({
    where: { campaignId },
    select: { locale: true, version: true, n: true, countedAt: true },
  })
  const texts = rows.flatMap(({ locale, version, n }) => (isLocale(locale) ? [{ locale, version, n }] : []))
  return { asOf: rows[0]?.countedAt ?? null, texts }
}

/** Beyond this many signatures, those behind each text are counted at night only. */
const fewEnough = 200_000

/** Campaigns whose text has moved and that are small enough to be counted in passing. */
export async function campaignsToCountByText(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `select c.id from campaign c
     where (select max(version) from campaign_text t where t.campaign_id = c.id) > 1
       and (select coalesce(sum(n), 0) from tally t where t.campaign_id = c.id and t.dimension = 'all') <= ${fewEnough}`,
  )
  return rows.map(({ id }) => id)
}
