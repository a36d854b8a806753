import { createHash } from 'node:crypto'
import { db } from '#app/infra/db/prisma.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'

let made = 0

/** An open campaign with a text in both languages. The test states only what matters to it. */
export async function aCampaign(given: Partial<Omit<CampaignSummary, 'id'>> = {}): Promise<CampaignSummary> {
  made += 1
  const text = (locale: string) => ({
    locale,
    version: 1,
    title: locale === 'fr' ? 'Chercher un emploi n’est pas un *score*' : 'Looking for work is not a *score*',
    addressee: 'France Travail',
    ask: 'We ask.',
    body: 'Body.',
    easy: 'Easy.',
    demands: ['One.'],
    consent: 'Consent.',
    hash: createHash('sha256').update(locale).digest(),
    publishedAt: new Date('2026-01-15T08:00:00Z'),
  })
  return db().campaign.create({
    data: {
      slug: `campaign-${made}`,
      state: 'open',
      association: 'Collectif fictif',
      targetFr: 'France Travail',
      targetEn: 'France Travail',
      opensAt: new Date('2026-01-15T08:00:00Z'),
      ...given,
      texts: { create: [text('fr'), text('en')] },
    },
    select: {
      id: true,
      slug: true,
      state: true,
      association: true,
      demonstration: true,
      opensAt: true,
      closesAt: true,
    },
  })
}
