import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { creditOf } from '#app/features/testimonies/credit.ts'
import { findQuotes, listQuotes, type Quote } from '#app/features/testimonies/queries/published.server.ts'
import { barsInBrackets } from '#app/features/testimonies/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import type { LetterQuote, LetterValues } from '#emails/letter-body.ts'
import { pictureIdsIn } from '#emails/picture-mark.ts'
import { shownSize } from './letter-pictures.server.ts'
import { findPictures } from './queries/pictures.server.ts'
import type { Known } from './rules/checks/check-texts.ts'
import { quotesIn } from './rules/checks/quotes-in.ts'
import { picturesOf } from './rules/pictures.ts'
import type { MailingTexts } from './schema.ts'

export interface Speaking {
  campaign: { id: number; slug: string; association: string }
  campaignTitle: string
  locale: Locale
  /** What it said when it began; `null`: as of now. */
  count: number | null
  body: string
  field: LetterValues['field']
  /** Where whoever reads it finds a picture; `null`: letters of this kind have none. */
  pictureSrc: ((id: string) => string) | null
}

async function pictureValues({
  campaign,
  locale,
  body,
  pictureSrc,
}: Speaking): Promise<Pick<LetterValues, 'picture' | 'pictureInWords'>> {
  const found = pictureSrc ? await findPictures(campaign.id, pictureIdsIn(body)) : []
  const byId = new Map(
    found.map((picture) => [picture.id, { src: pictureSrc?.(picture.id) ?? '', ...shownSize(picture) }]),
  )
  const t = translator(locale)
  return { picture: (id) => byId.get(id) ?? null, pictureInWords: (alt) => t('pictures.inWords', { alt }) }
}

/** What fills the slots of a letter in one language. */
export async function letterValues(speaking: Speaking): Promise<LetterValues> {
  const { campaign, campaignTitle, locale, count, body, field } = speaking
  const t = translator(locale)
  const home = `${config().appUrl}/${locale}/${campaign.slug}`
  const wanted = quotesIn(body)
  const quotes = wanted.length === 0 ? [] : await findQuotes(campaign.id, wanted)
  const shown = (quote: Quote): LetterQuote => ({
    text: t('mailings.blocks.quoted', { quote: barsInBrackets(quote.quote) }),
    about: creditOf({ locale, t, association: campaign.association, quote }).credit,
    url: quote.hasPage ? `${home}/testimonies/${quote.id}` : `${home}/testimonies/quotes`,
  })
  const byId = new Map(quotes.map((quote) => [quote.id, shown(quote)]))
  return {
    count: formatNumber(locale, count ?? (await confirmedTotal(campaign.id))),
    signature: {
      from: t('mailings.blocks.from', { association: campaign.association }),
      campaign: campaignTitle,
      url: home,
    },
    quote: (id) => byId.get(id) ?? null,
    readQuote: t('mailings.blocks.readQuote'),
    quoteGone: t('mailings.blocks.quoteGone'),
    field,
    ...(await pictureValues(speaking)),
  }
}

/** What the checks of a text need to know. */
export async function knownNow(campaignId: number, texts: MailingTexts): Promise<Known> {
  const [quotes, pictures] = await Promise.all([
    findQuotes(campaignId, [...quotesIn(texts.fr.body), ...quotesIn(texts.en.body)]),
    findPictures(campaignId, picturesOf(texts)),
  ])
  return {
    appUrl: config().appUrl,
    quotes: new Set(quotes.map(({ id }) => id)),
    pictures: new Map(pictures.map(({ id, size, decorative }) => [id, { bytes: size, decorative }])),
  }
}

/** A quote that may be put into a letter. */
export interface QuoteOffer {
  id: string
  text: string
}

const mostOffered = 50

/** The newest sentences that their witnesses let anyone quote. */
export async function offerQuotes(campaignId: number): Promise<QuoteOffer[]> {
  const quotes = await listQuotes(campaignId)
  return quotes.slice(0, mostOffered).map(({ id, quote }) => ({ id, text: barsInBrackets(quote) }))
}
