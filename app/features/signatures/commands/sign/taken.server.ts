import { departmentOfPostcode } from '#app/features/campaigns/departments.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { assess } from '../../assess.server.ts'
import { minutesWithoutProof } from '../../rules.ts'
import { domainOf } from '../../rules/canonical-address.ts'
import type { SignatureForm } from '../../schema.ts'
import { personalAddress } from '../../whose.server.ts'

/** Proof of work: asked for only while a campaign is under attack. */
export type Proof = 'not-asked' | 'given' | 'missing'

/** What was shown to the person, when, and what is known of where they come from. */
export interface Signing {
  campaign: CampaignSummary
  locale: Locale
  textVersion: number
  now: Date
  /** The network under the salt of the day, base64url; `null` when there is none to tell apart. */
  network?: string | null
  /** A school, a library, a job centre: many people, no signal. */
  sharedNetwork?: boolean
  proof?: Proof
  /** The partner whose program sent it. */
  partnerId?: number | null
}

/**
 * A form that was taken in and judged, to be sealed when its group leaves: whoever is refused for want of time costs no sealing.
 * It lives in memory until then, and nowhere else.
 */
export interface Taken {
  campaignId: number
  /** The address as one person's, by the rules of its provider. */
  personal: string
  domain: string
  email: string
  name: string
  comment: string | null
  country: string
  postcode: string
  department: string | null
  locale: Locale
  textVersion: number
  showName: boolean
  news: boolean
  network: string | null
  partnerId: number | null
  signals: number
  held: boolean
  /** Minutes before its mail leaves. */
  wait: number
  now: Date
}

/** Judges a form by the company it comes in. */
export function takenOf(form: SignatureForm, signing: Signing): Taken {
  const { campaign, locale, textVersion, now, network = null, sharedNetwork = false, proof = 'not-asked' } = signing
  const { email, name, comment, country, postcode, showName, news } = form
  const personal = personalAddress(email)
  const domain = domainOf(personal)
  const { signals, held } = assess({ campaignId: campaign.id, form, domain, network, sharedNetwork, proof, now })
  return {
    campaignId: campaign.id,
    personal,
    domain,
    email,
    name,
    comment,
    country,
    postcode,
    department: country === 'FR' ? departmentOfPostcode(postcode) : null,
    locale,
    textVersion,
    showName,
    news,
    network,
    partnerId: signing.partnerId ?? null,
    signals,
    held,
    wait: proof === 'missing' ? minutesWithoutProof : 0,
    now,
  }
}
