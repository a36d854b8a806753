import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { findText } from '../queries.server.ts'
import { isSlug } from '../rules.ts'
import type { CampaignSummary } from '../schema.ts'
import { emptyTexts, typedOf, typedTexts, type TypedTexts } from '../text-form.ts'

const summary = {
  id: true,
  slug: true,
  state: true,
  association: true,
  demonstration: true,
  opensAt: true,
  closesAt: true,
} as const

/** A campaign as the team's addresses name it, by number or by slug. Drafts too. */
export async function findCampaignForStaff(name: string | undefined): Promise<CampaignSummary | null> {
  if (name === undefined || !isSlug(name)) return null
  const bySlug = await db().campaign.findUnique({ where: { slug: name }, select: summary })
  if (bySlug || !/^[1-9]\d{0,8}$/.test(name)) return bySlug
  return db().campaign.findUnique({ where: { id: Number(name) }, select: summary })
}

/** What lies on the desk of a campaign's text. */
export interface TextDesk {
  /** The version now shown; 0 without one. */
  current: number
  publishedAt: Date | null
  published: TypedTexts
  draft: { base: number; revision: number; savedAt: Date; texts: TypedTexts } | null
}

const draftShape = z.object({ base: z.number(), revision: z.number(), savedAt: z.date(), content: typedTexts })

/** The text as it is published and the draft of the next version, in both languages. */
export async function findTextDesk(campaignId: number): Promise<TextDesk> {
  const [fr, en, row] = await Promise.all([
    findText(campaignId, 'fr'),
    findText(campaignId, 'en'),
    db().textDraft.findUnique({ where: { campaignId } }),
  ])
  const draft = draftShape.safeParse(row).data
  const published = (text: typeof fr, locale: Locale) => (text ? typedOf(text) : emptyTexts[locale])
  return {
    current: Math.max(fr?.version ?? 0, en?.version ?? 0),
    publishedAt: fr?.publishedAt ?? en?.publishedAt ?? null,
    published: { fr: published(fr, 'fr'), en: published(en, 'en') },
    draft: draft ? { base: draft.base, revision: draft.revision, savedAt: draft.savedAt, texts: draft.content } : null,
  }
}
