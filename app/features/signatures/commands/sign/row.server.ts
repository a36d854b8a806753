import { departmentOfPostcode } from '#app/features/campaigns/departments.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { assess } from '../../assess.server.ts'
import { domainIndex, networkIndex } from '../../indexes.server.ts'
import { personOf } from '../../places.ts'
import { foldedName, minutesWithoutProof } from '../../rules.ts'
import { domainOf } from '../../rules/canonical-address.ts'
import type { SignatureForm } from '../../schema.ts'
import { personalAddress, whoseIn } from '../../whose.server.ts'

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
}

/** A signature ready to be written: nothing in it can be read without a key. */
export interface Row {
  campaignId: number
  /** Of the signature when the person is new here; of the delivery when they are not. */
  id: string
  emailIndex: Buffer
  sealedEmail: Buffer
  sealedName: Buffer
  sealedComment: Buffer | null
  department: string | null
  country: string
  locale: Locale
  textVersion: number
  showName: boolean
  newsEmail: Buffer | null
  newsName: Buffer | null
  nameIndex: Buffer
  placeIndex: Buffer
  domainIndex: Buffer
  networkIndex: Buffer | null
  signals: number
  held: boolean
  /** Minutes before its mail leaves. */
  wait: number
  now: Date
}

const shortIndexBytes = 8

/** Within one person's address only: the same name at another address has another index. */
const within = (person: string, what: 'name' | 'place', value: string) =>
  blindIndex(`${what}|${person}`, value).subarray(0, shortIndexBytes)

/** Seals and indexes what a form says. */
export function rowOf(form: SignatureForm, signing: Signing): Row {
  const { campaign, locale, textVersion, now, network = null, sharedNetwork = false, proof = 'not-asked' } = signing
  const personal = personalAddress(form.email)
  const whose = whoseIn(campaign.id, personal)
  const row = personOf(whose)
  const sealed = (text: string, table: 'signature' | 'subscription', column: string) =>
    seal(text, { table, column, row })
  const domain = domainOf(personal)
  const { signals, held } = assess({ campaignId: campaign.id, form, domain, network, sharedNetwork, proof, now })
  return {
    campaignId: whose.campaignId,
    emailIndex: whose.emailIndex,
    id: timeId(now),
    sealedEmail: sealed(form.email, 'signature', 'sealed_email'),
    sealedName: sealed(form.name, 'signature', 'sealed_name'),
    sealedComment: form.comment === null ? null : sealed(form.comment, 'signature', 'sealed_comment'),
    department: form.country === 'FR' ? departmentOfPostcode(form.postcode) : null,
    country: form.country,
    locale,
    textVersion,
    showName: form.showName,
    newsEmail: form.news ? sealed(form.email, 'subscription', 'sealed_email') : null,
    newsName: form.news ? sealed(form.name, 'subscription', 'sealed_name') : null,
    nameIndex: within(row, 'name', foldedName(form.name)),
    placeIndex: within(row, 'place', `${form.country}${form.postcode}`),
    domainIndex: domainIndex(domain),
    networkIndex: network === null ? null : networkIndex(network),
    signals,
    held,
    wait: proof === 'missing' ? minutesWithoutProof : 0,
    now,
  }
}
