import { findCampaignById, findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { addresseeLetter, type AddresseeLetterProps } from '#emails/addressee-letter.tsx'
import { renderLetterBody } from '#emails/letter-body.ts'
import type { Mail } from '#emails/letter.tsx'
import { letterValues } from './letter-values.server.ts'
import { QuoteTakenBack } from './preview.server.ts'
import { quotesIn } from './rules/checks/quotes-in.ts'
import type { DripSettings } from './rules/drip.ts'
import { fallbackField } from './rules/sample-readers.ts'

export interface Told {
  people: number
  names: readonly string[]
  total: number | null
}

type Words = Pick<DripSettings, 'locale' | 'subject' | 'words'>

/**
 * What goes into a letter to the addressee of a campaign, whoever it tells of; `null` when the campaign or its text in that language
 * is gone. A quote that was taken back is left out.
 */
export async function gatherForAddressee(
  campaignId: number,
  { locale, subject, words }: Words,
): Promise<{ props: Omit<AddresseeLetterProps, keyof Told>; quotesGone: boolean } | null> {
  const [campaign, text] = await Promise.all([findCampaignById(campaignId), findText(campaignId, locale)])
  if (!campaign || !text) return null
  const campaignTitle = plainTitle(text.title)
  const values = await letterValues({
    campaign,
    campaignTitle,
    locale,
    count: null,
    body: words,
    field: fallbackField,
    pictureSrc: null,
  })
  return {
    quotesGone: quotesIn(words).some((id) => values.quote(id) === null),
    props: {
      locale,
      campaignTitle,
      association: campaign.association,
      subject,
      body: renderLetterBody(words, values),
      campaignUrl: `${config().appUrl}/${locale}/${campaign.slug}`,
    },
  }
}

/**
 * A letter to the addressee of a campaign; `null` when the campaign or its text in that language is gone.
 * @throws QuoteTakenBack
 */
export async function writeToAddressee(campaignId: number, settings: Words, told: Told): Promise<Mail | null> {
  const gathered = await gatherForAddressee(campaignId, settings)
  if (!gathered) return null
  if (gathered.quotesGone) throw new QuoteTakenBack()
  return addresseeLetter({ ...gathered.props, ...told }, translator(settings.locale))
}

/** In its envelope, but for what is each letter's own: from us, never from a person who signed; answers go to the association. */
export const addressed = (
  mail: Mail,
  { replyTo }: DripSettings,
): Pick<OutgoingMail, 'body' | 'subject' | 'from' | 'headers'> => ({
  body: encodeBody(mail),
  subject: mail.subject,
  from: config().mailFrom,
  headers: { 'Reply-To': replyTo, 'Auto-Submitted': 'auto-generated' },
})
