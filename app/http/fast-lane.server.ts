import { isOpen, versionSigned } from '#app/features/campaigns/rules.ts'
import { confirmSignature } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { signWithProof } from '#app/features/signatures/commands/sign-with-proof.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { shownCampaign, shownCampaignById } from '#app/features/campaigns/shown.server.ts'
import type { FormFields } from './form-fields.server.ts'
import type { Visitor } from './network.server.ts'
import { parseFields } from './parse-form.server.ts'
import { countAction, countSeen } from './seen.server.ts'

/** Where to go, or `null`: the page of the same address answers, with the same command. */
type Answered = Promise<string | null>

export interface FastArrival {
  now: Date
  visitor: Visitor
  /** The page that the form was sent from. Browsers say which to our own site only. */
  from?: string
}

async function sign(
  { locale, slug }: { locale: Locale; slug: string },
  fields: FormFields,
  arrival: FastArrival,
): Answered {
  const { now, visitor } = arrival
  const parsed = parseFields(fields, { schema: signatureForm })
  if (!parsed.ok) return null
  const campaign = await shownCampaign(slug)
  const current = campaign?.textVersions[locale]
  if (!campaign || current === undefined || !isOpen(campaign, now)) return null
  const replaced = campaign.replacedTexts[locale] ?? []
  const signed = versionSigned(parsed.value.text, { current, replaced }, now)
  if (signed.outcome !== 'signed') return null
  const { network, shared: sharedNetwork } = visitor
  const signing = { campaign, locale, textVersion: signed.version, now, network, sharedNetwork }
  const { outcome } = await signWithProof(parsed.value, signing, fields.get('altcha')?.[0])
  if (outcome !== 'accepted') return null
  countAction('sign', arrival)
  return `/${locale}/${slug}/signed`
}

async function confirm(locale: string, token: string, now: Date): Answered {
  const confirmed = await confirmSignature(token, now)
  if (confirmed.outcome === 'link-unknown') return null
  const campaign = await shownCampaignById(confirmed.campaignId)
  if (!campaign) return null
  return `/${locale}/${campaign.slug}/confirmed${confirmed.outcome === 'already-confirmed' ? '?again=1' : ''}`
}

/**
 * The requests that come by the thousand, answered before any framework: the same schema and commands as their pages.
 * @returns the address to go to (303), or `null` when the page has to answer
 */
export function fastLane(path: string, fields: FormFields, arrival: FastArrival): Answered {
  const [, locale = '', first = '', second = '', more] = path.split('/')
  if (!isLocale(locale) || more !== undefined) return Promise.resolve(null)
  if (second === 'seen') return Promise.resolve(countSeen(fields, arrival, `/${locale}/${first}`))
  if (second === 'sign') return sign({ locale, slug: first }, fields, arrival)
  return first === 'confirm' ? confirm(locale, second, arrival.now) : Promise.resolve(null)
}
