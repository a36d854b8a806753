import { randomUUID } from 'node:crypto'
import { askQuestion } from '#app/features/questions/commands/ask.server.ts'
import type { SendForm } from '#app/features/questions/schema.ts'
import { ensureTeamKey } from '#app/features/staff/commands/ensure-team-key.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { aCampaign } from './a-campaign.ts'

interface Given extends Partial<Omit<SendForm, 'once'>> {
  campaignId?: number
  locale?: Locale
  now?: Date
}

/** Somebody asked. The test states only what matters to it. */
export async function anAskedQuestion(given: Given = {}): Promise<{ id: string; code: string; campaignId: number }> {
  const campaignId = given.campaignId ?? (await aCampaign()).id
  await ensureTeamKey(new Date('2026-01-01T00:00:00Z'))
  const id = randomUUID()
  const { kind = 'question', text = 'Que puis-je faire si un score me désigne ?', wish = 'publish' } = given
  const { locale = 'fr', now = new Date('2026-02-04T18:00:00Z') } = given
  const asked = await askQuestion({ kind, text, wish, once: id }, { campaign: { id: campaignId }, locale, now })
  if (asked.outcome !== 'asked') throw new Error(asked.outcome)
  return { id, code: asked.code, campaignId }
}
