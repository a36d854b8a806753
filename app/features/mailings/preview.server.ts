import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { locales, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { campaignUpdate } from '#emails/campaign-update.tsx'
import type { Mail } from '#emails/letter.tsx'
import { markLinks } from '#emails/mark-links.ts'
import { renderMarkdown } from '#emails/markdown.ts'
import type { MailingText, MailingTexts } from './schema.ts'

export interface UpdateLetter {
  campaign: Pick<CampaignSummary, 'id' | 'slug' | 'association'>
  mailingId: string
  text: MailingText
  locale: Locale
  /** A reader's own token, or what stands where it goes. */
  token: string
  /** In the links, where it is tried which subject leads to more; the same for everyone who gets the same one. */
  mark?: string | null
}

/** An update as its readers get it; `null` when the campaign has no text in that language. */
export async function writeUpdate({
  campaign,
  mailingId,
  text,
  locale,
  token,
  mark = null,
}: UpdateLetter): Promise<Mail | null> {
  const shown = await findText(campaign.id, locale)
  if (!shown) return null
  const home = `${config().appUrl}/${locale}`
  const props = {
    locale,
    campaignTitle: plainTitle(shown.title),
    association: campaign.association,
    ...text,
    campaignUrl: `${home}/${campaign.slug}`,
    unsubscribeUrl: `${home}/unsubscribe/${token}`,
    preferencesUrl: `${home}/me/${token}`,
    archiveUrl: `${home}/${campaign.slug}/updates/${mailingId}`,
    mark,
  }
  const mail = await campaignUpdate(props, translator(locale))
  return mark === null ? mail : markLinks(mail, { appUrl: config().appUrl, mark })
}

export interface Preview {
  subject: string
  /** Harmless HTML without styles, for a page. */
  siteHtml: string
  text: string
}

/** Both languages as they will look, before anything is saved or sent. */
export async function previewMailing(mailing: {
  campaign: UpdateLetter['campaign']
  id: string
  texts: MailingTexts
}): Promise<Record<Locale, Preview>> {
  const preview = async (locale: Locale): Promise<Preview> => {
    const text = mailing.texts[locale]
    const letter = await writeUpdate({
      campaign: mailing.campaign,
      mailingId: mailing.id,
      text,
      locale,
      token: 'SAMPLE',
    })
    return { subject: text.subject, siteHtml: renderMarkdown(text.body).siteHtml, text: letter?.text ?? '' }
  }
  const [fr, en] = await Promise.all(locales.map(preview))
  if (!fr || !en) throw new Error('both languages')
  return { fr, en }
}
