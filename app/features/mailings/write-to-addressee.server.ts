import { findCampaignById, findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { addresseeLetter } from '#emails/addressee-letter.tsx'
import type { Mail } from '#emails/letter.tsx'
import type { DripSettings } from './rules/drip.ts'

export interface Told {
  people: number
  names: readonly string[]
  total: number | null
}

/** A letter to the addressee of a campaign; `null` when the campaign or its text in that language is gone. */
export async function writeToAddressee(campaignId: number, settings: DripSettings, told: Told): Promise<Mail | null> {
  const { locale, subject, words } = settings
  const [campaign, text] = await Promise.all([findCampaignById(campaignId), findText(campaignId, locale)])
  if (!campaign || !text) return null
  return addresseeLetter(
    {
      locale,
      campaignTitle: plainTitle(text.title),
      association: campaign.association,
      subject,
      words,
      ...told,
      campaignUrl: `${config().appUrl}/${locale}/${campaign.slug}`,
    },
    translator(locale),
  )
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
