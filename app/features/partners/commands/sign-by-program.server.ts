import { findTextsShown } from '#app/features/campaigns/queries.server.ts'
import { isOpen, versionSigned } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { giveBack, proveWork } from '#app/features/signatures/commands/prove-work.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import type { SignatureForm } from '#app/features/signatures/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Partner } from '../schema.ts'

export interface ByProgram {
  campaign: CampaignSummary
  locale: Locale
  now: Date
  network: string | null
  shared: boolean
  /** `null`: somebody's program without a key. */
  partner: Partner | null
  /** A solved challenge, base64. */
  solution: string | undefined
}

export type ByProgramOutcome =
  | { outcome: 'accepted' }
  /** A key to try with: all is in order, and nothing was written. */
  | { outcome: 'tried' }
  | { outcome: 'campaign-closed' }
  | { outcome: 'text-changed'; current: number }
  /** The campaign is under attack, and this program has no key: it has to do work for each signature. */
  | { outcome: 'work-missing' }

/**
 * Signs as the form does, by the same command, for a person whose consent to the text a program took. The person confirms by mail
 * like anyone. A partner's program does no work and its network says nothing of the persons: its key and its quota answer for it.
 * @throws Overloaded as `signPetition` does
 */
export async function signByProgram(form: SignatureForm, by: ByProgram): Promise<ByProgramOutcome> {
  const { campaign, locale, now, partner } = by
  const texts = await findTextsShown(campaign.id, locale)
  if (!texts || !isOpen(campaign, now)) return { outcome: 'campaign-closed' }
  const signed = versionSigned(form.text, texts, now)
  if (signed.outcome === 'text-changed') return { outcome: 'text-changed', current: texts.current }
  const textVersion = signed.outcome === 'signed' ? signed.version : texts.current
  if (partner && !partner.scopes.includes('sign')) return { outcome: 'tried' }
  const signing = { campaign, locale, textVersion, now }
  if (partner) return signPetition(form, { ...signing, partnerId: partner.id })
  const { proof, spent } = await proveWork(campaign.id, by.solution, now)
  if (proof === 'missing') return { outcome: 'work-missing' }
  try {
    return await signPetition(form, { ...signing, network: by.network, sharedNetwork: by.shared, proof })
  } catch (error) {
    if (spent) await giveBack(spent)
    throw error
  }
}
