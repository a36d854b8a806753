import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Given {
  version: number
  publishedAt: Date
  locale?: Locale
  title?: string
}

/** One more version of a campaign's text in one language, with the words of the first but those that are given. */
export async function aTextVersion(
  campaignId: number,
  { version, publishedAt, locale = 'fr', ...words }: Given,
): Promise<void> {
  const first = await db().campaignText.findUniqueOrThrow({
    where: { campaignId_locale_version: { campaignId, locale, version: 1 } },
  })
  await db().campaignText.create({ data: { ...first, ...words, version, publishedAt } })
}
