import { db } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { plainTitle } from '../rules.ts'

/** What campaigns are called in a language, by their number: the title of their latest text, or their slug without one. */
export async function titlesOf(
  campaigns: readonly { id: number; slug: string }[],
  locale: Locale,
): Promise<Map<number, string>> {
  const texts = await db().campaignText.findMany({
    where: { campaignId: { in: campaigns.map(({ id }) => id) }, locale },
    orderBy: { version: 'asc' },
    select: { campaignId: true, title: true },
  })
  const titles = new Map(texts.map(({ campaignId, title }) => [campaignId, plainTitle(title)]))
  return new Map(campaigns.map(({ id, slug }) => [id, titles.get(id) || slug]))
}
