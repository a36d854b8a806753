import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { printedHead } from '#app/features/proof/queries/log.server.ts'
import { headMark } from '#app/features/proof/rules/receipt.ts'
import type { PrintedHead } from '#app/features/proof/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { campaignUpdate } from '#emails/campaign-update.tsx'
import { renderLetterBody, type LetterValues } from '#emails/letter-body.ts'
import type { Mail } from '#emails/letter.tsx'
import { markLinks } from '#emails/mark-links.ts'
import { encloseIn, enclosedSrc, teamSrc, withPicturesInside } from './letter-pictures.server.ts'
import { knownNow, letterValues } from './letter-values.server.ts'
import type { Mailing } from './queries.server.ts'
import { textsNow } from './queries/subject.server.ts'
import { checkTexts } from './rules/checks/check-texts.ts'
import type { Finding } from './rules/checks/finding.ts'
import { quotesIn } from './rules/checks/quotes-in.ts'
import { sampleField, type SampleReader } from './rules/sample-readers.ts'
import type { MailingText, MailingTexts } from './schema.ts'

export interface UpdateLetter {
  campaign: Pick<CampaignSummary, 'id' | 'slug' | 'association'>
  mailingId: string
  text: MailingText
  locale: Locale
  /** A reader's own token, or what stands where it goes. */
  token: string
  /** Signatures when it began; `null`: now. */
  count: number | null
  /** Of the log, when it began; `null`: none is printed. */
  head: PrintedHead | null
  startedAt: Date
  field: LetterValues['field']
  /** In the links, where it is tried which subject leads to more; the same for everyone who gets the same one. */
  mark?: string | null
}

/** A quote of the letter was taken back: nobody else gets it. */
export class QuoteTakenBack extends Error {
  override name = 'QuoteTakenBack'
}

/**
 * An update as its readers get it; `null` when the campaign has no text in that language.
 * @throws QuoteTakenBack
 */
export async function writeUpdate({
  campaign,
  mailingId,
  text,
  locale,
  token,
  count,
  head,
  startedAt,
  field,
  mark = null,
}: UpdateLetter): Promise<Mail | null> {
  const shown = await findText(campaign.id, locale)
  if (!shown) return null
  const home = `${config().appUrl}/${locale}`
  const campaignTitle = plainTitle(shown.title)
  const { body } = text
  const values = await letterValues({ campaign, campaignTitle, locale, count, body, field, pictureSrc: enclosedSrc })
  if (quotesIn(body).some((id) => values.quote(id) === null)) throw new QuoteTakenBack()
  const props = {
    locale,
    campaignTitle,
    association: campaign.association,
    subject: text.subject,
    body: renderLetterBody(body, values),
    campaignUrl: `${home}/${campaign.slug}`,
    unsubscribeUrl: `${home}/unsubscribe/${token}`,
    preferencesUrl: `${home}/me/${token}`,
    archiveUrl: `${home}/${campaign.slug}/updates/${mailingId}`,
    head: head && { ...head, startedAt, url: `${home}/${campaign.slug}/proof#${headMark(head)}` },
    mark,
  }
  const written = await campaignUpdate(props, translator(locale))
  const pictures = await encloseIn(written.html, { campaignId: campaign.id, body })
  const mail = pictures.length === 0 ? written : { ...written, pictures }
  return mark === null ? mail : markLinks(mail, { appUrl: config().appUrl, mark })
}

/** What a letter that began now would print. */
export const headToday = async (campaignId: number): Promise<Pick<UpdateLetter, 'head' | 'startedAt'>> => ({
  head: await printedHead(campaignId),
  startedAt: new Date(),
})

/** The HTML of a saved letter as a sample reader gets it; `null` when it cannot be written. Its links to leave are samples. */
export async function showLetter(
  { campaign, id: mailingId, signatureCount: count, head, startedAt, ...named }: Mailing,
  { locale, reader }: { locale: Locale; reader: SampleReader },
): Promise<string | null> {
  const letter = {
    campaign,
    mailingId,
    text: textsNow(named)[locale],
    locale,
    token: 'SAMPLE',
    count,
    ...(startedAt ? { head, startedAt } : await headToday(campaign.id)),
    field: sampleField(reader),
  }
  try {
    const mail = await writeUpdate(letter)
    return mail && withPicturesInside(mail)
  } catch (error) {
    if (error instanceof QuoteTakenBack) return null
    throw error
  }
}

export interface Preview {
  subject: string
  /** Harmless HTML without styles, for a page. */
  siteHtml: string
  text: string
}

export interface Previewed {
  campaign: UpdateLetter['campaign']
  texts: MailingTexts
  count: number | null
  reader: SampleReader
}

/** Both languages as one sample reader will see them, and what is wrong with them, before anything is saved or sent. */
export async function previewMailing({
  campaign,
  texts,
  count,
  reader,
}: Previewed): Promise<{ preview: Record<Locale, Preview>; findings: Finding[] }> {
  const preview = async (locale: Locale): Promise<Preview> => {
    const { subject, body } = texts[locale]
    const field = sampleField(reader)
    const campaignTitle = plainTitle((await findText(campaign.id, locale))?.title ?? '')
    const { siteHtml, text } = renderLetterBody(
      body,
      await letterValues({ campaign, campaignTitle, locale, count, body, field, pictureSrc: teamSrc }),
    )
    return { subject, siteHtml, text }
  }
  const [fr, en, known] = await Promise.all([preview('fr'), preview('en'), knownNow(campaign.id, texts)])
  return { preview: { fr, en }, findings: checkTexts(texts, known) }
}
