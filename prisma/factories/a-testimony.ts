import { randomUUID } from 'node:crypto'
import type { Story, TestimonyState, Use } from '#app/features/testimonies/schema.ts'
import { ensureTeamKey } from '#app/features/staff/commands/ensure-team-key.server.ts'
import { makeKey } from '#app/features/testimonies/keys.server.ts'
import { sealDraft, sealOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newReceipt, receiptHash } from '#app/infra/vault/receipt.server.ts'
import { aCampaign } from './a-campaign.ts'

interface Given extends Partial<Story> {
  campaignId?: number
  locale?: string
  state?: TestimonyState
  uses?: Use[]
  receivedWeek?: Date
  /** Who proposed it; a testimony that is proposed or published has a draft of version 1. */
  proposedById?: string
  /** What the witness said yes to. */
  approvedVersion?: number
  quote?: string
  publishedOn?: Date
}

/** A testimony in the queue, or further on. The test states only what matters to it. */
export async function aTestimony(given: Given = {}): Promise<{ id: string; campaignId: number; receipt: string }> {
  const { locale = 'fr', state = 'submitted', uses = ['internal', 'publish'], proposedById = null } = given
  const campaignId = given.campaignId ?? (await aCampaign()).id
  const story = {
    title: given.title ?? 'Un contrôle',
    text: given.text ?? 'Un récit fictif, en deux phrases. Le voici.',
    contentWarning: given.contentWarning ?? null,
  }
  const id = randomUUID()
  const receipt = newReceipt()
  const team = await ensureTeamKey(new Date('2026-01-01T00:00:00Z'))
  const { key, forTeam, forReceipt } = makeKey({ testimonyId: id, team, receipt })
  const drafted = state === 'proposed' || state === 'published'
  await db().testimony.create({
    data: {
      id,
      campaignId,
      receiptHash: Uint8Array.from(receiptHash(receipt)),
      locale,
      system: 'control',
      department: '31',
      period: '2026-01',
      uses,
      receivedWeek: given.receivedWeek ?? new Date('2026-01-26'),
      state,
      dataKey: { create: { forTeam, forReceipt } },
      sealedOriginal: sealOriginal(key, id, story),
      ...(drafted
        ? {
            sealedDraft: sealDraft(key, { id, version: 1 }, { ...story, quote: given.quote ?? null }),
            draftVersion: 1,
            proposedById,
            approvedVersion: given.approvedVersion ?? null,
          }
        : {}),
      ...(state === 'published'
        ? {
            publishedTitle: story.title,
            publishedText: story.text,
            contentWarning: story.contentWarning,
            publishedSystem: 'control',
            publishedDepartment: '31',
            publishedPeriod: '2026-01',
            publishedOn: given.publishedOn ?? new Date('2026-02-02'),
          }
        : {}),
    },
    select: { id: true },
  })
  return { id, campaignId, receipt }
}
