import { randomBytes } from 'node:crypto'
import { findCampaignById, findText } from '#app/features/campaigns/queries.server.ts'
import { findTextVersion } from '#app/features/campaigns/queries/texts.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { alreadySigned } from '#emails/already-signed.tsx'
import { confirmSignature } from '#emails/confirm-signature.tsx'
import type { LetterValues } from '#emails/letter-body.ts'
import type { Mail } from '#emails/letter.tsx'
import { signatureCounted } from '#emails/signature-counted.tsx'
import { remindSignature } from '#emails/remind-signature.tsx'
import { writeNewsLink } from '../../news-link-letter.server.ts'
import { writeNewsConsent } from '../../news-consent-letter.server.ts'
import { writeUpdate } from '../../preview.server.ts'
import { headIn, selectHead } from '../../queries/head.server.ts'
import { findSecondSubject } from '../../queries/trial.server.ts'
import { writeRenewal } from '../../renewal-letter.server.ts'
import { isRenewal, type DeliveryKind } from '../../schema.ts'
import { gatherFields, type LetterField } from './reader-fields.server.ts'
import { writeOrganisationLetter, type OrganisationNews } from './organisation-letter.server.ts'

/** What a letter holds of its reader alone. Letters leave out what they have no room for. */
export interface Own {
  /** Of the link to confirm, or to leave the news. */
  token: string
  notMe?: string
  /** The two groups of the code. */
  codeStart?: string
  codeEnd?: string
}

/** As they fill the gaps of a sheet. */
export const filling = ({ token, notMe = '', codeStart = '', codeEnd = '' }: Own): string[] => [
  token,
  notMe,
  codeStart,
  codeEnd,
]

/** Letters only: it must come through templates and encodings as it is. */
const aPlaceholder = (name: string) =>
  `${name}_${randomBytes(12)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'q')}`

/** Stand where a reader's own goes. Nobody outside can know them, so that no text can hold one. */
const here = singleton('own-placeholders', () => ({
  token: aPlaceholder('TOKEN'),
  notMe: aPlaceholder('OTHER'),
  codeStart: aPlaceholder('START'),
  codeEnd: aPlaceholder('END'),
}))

export interface Sheet {
  kind: DeliveryKind
  campaignId: number
  mailingId: string | null
  locale: Locale
  wantsNews: boolean
  /** Somebody of the same household signed with this address before. */
  second: boolean
  /** Of the text that the reader signed. */
  textVersion: number | null
  /** Of a mailing that tries two subjects: the second one, and the mark of its links. */
  secondSubject?: boolean
  mark?: string | null
  /** Where the reader agreed, when a file of another tool brought them. */
  importedFrom?: string | null
  /** For letters to whoever represents one. */
  organisation?: OrganisationNews | null
}

/** A letter with gaps for what is each reader's own. */
export interface Printed extends Pick<OutgoingMail, 'subject' | 'body'> {
  /** What its further gaps ask for, in their order. */
  fields: readonly LetterField[]
}

interface Kept {
  printed: Promise<Printed | null>
  until: number
}

const keepMilliseconds = 20_000
const mostKept = 200

/** The letter for everyone of one kind, campaign and language, written once and kept for a moment; `null` when its text is gone. */
export function stationery(sheet: Sheet): Promise<Printed | null> {
  const kept = singleton('stationery', () => new Map<string, Kept>())
  const { kind, campaignId, mailingId, locale, wantsNews, second, textVersion, organisation } = sheet
  const about = organisation ? [organisation.state, organisation.reason] : []
  const tried = [sheet.secondSubject ?? false, sheet.mark ?? '', sheet.importedFrom ?? '']
  const key = [kind, campaignId, mailingId, locale, wantsNews, second, textVersion, ...tried, ...about].join(' ')
  const known = kept.get(key)
  if (known && known.until > performance.now()) return known.printed
  if (kept.size >= mostKept) kept.clear()
  const printed = print(sheet)
  kept.set(key, { printed, until: performance.now() + keepMilliseconds })
  printed.catch(() => kept.delete(key))
  return printed
}

async function print(sheet: Sheet): Promise<Printed | null> {
  const { fields, places, field } = gatherFields()
  const mail = await write(sheet, field)
  return mail && { subject: mail.subject, body: encodeBody(mail, filling(here), places), fields }
}

/** An update in the words and with the head that were frozen when it began. */
async function writeNews(
  { mailingId, locale, secondSubject, mark = null }: Sheet,
  campaign: CampaignSummary,
  field: LetterValues['field'],
): Promise<Mail | null> {
  const found = mailingId === null ? null : await findUpdateText(mailingId, locale)
  if (!found || !mailingId) return null
  const { mailing, ...first } = found
  const subject = secondSubject ? await findSecondSubject(mailingId, locale) : null
  const text = { ...first, subject: subject ?? first.subject }
  const { signatureCount: count, startedAt, ...kept } = mailing
  const began = { head: startedAt && headIn(kept), startedAt: startedAt ?? new Date() }
  return writeUpdate({ campaign, mailingId, text, locale, token: here.token, count, ...began, field, mark })
}

async function write(sheet: Sheet, field: LetterValues['field']): Promise<Mail | null> {
  const { kind, campaignId, locale, wantsNews, second, textVersion, organisation } = sheet
  const campaign = await findCampaignById(campaignId)
  if (!campaign) return null
  if (isRenewal(kind))
    return writeRenewal({
      campaign,
      locale,
      reminds: kind === 'renewal-reminder',
      token: here.token,
      leave: here.notMe,
    })
  if (kind === 'news-consent') return writeNewsConsent({ campaign, locale, source: sheet.importedFrom ?? '', ...here })
  if (kind === 'news-link') return writeNewsLink({ campaign, locale, token: here.token })
  if (kind === 'update') return writeNews(sheet, campaign, field)
  const text =
    textVersion === null
      ? await findText(campaignId, locale)
      : await findTextVersion(campaignId, { locale, version: textVersion })
  if (!text) return null
  const { appUrl } = config()
  const base = { locale, campaignTitle: plainTitle(text.title), association: campaign.association }
  if (kind === 'organisation')
    return organisation
      ? writeOrganisationLetter(organisation, { ...base, slug: campaign.slug, token: here.token, notMe: here.notMe })
      : null
  const home = `${appUrl}/${locale}`
  const confirmUrl = `${home}/confirm/${here.token}`
  const t = translator(locale)
  const campaignUrl = `${home}/${campaign.slug}`
  const { version, publishedAt } = text
  const signed = { version, publishedAt, url: `${campaignUrl}/texts/${version}` }
  const notMeUrl = `${home}/not-me/${here.notMe}`
  if (kind === 'receipt') {
    const receiptUrl = `${campaignUrl}/proof#${here.token}.${here.notMe}.${here.codeStart}`
    return signatureCounted({ ...base, signed, receiptUrl }, t)
  }
  if (kind === 'already-signed')
    return alreadySigned({ ...base, campaignUrl, signed, notMeUrl, confirmNewsUrl: wantsNews ? confirmUrl : null }, t)
  const asked = {
    ...base,
    signed,
    confirmUrl,
    notMeUrl,
    code: [here.codeStart, here.codeEnd] as const,
    codeUrl: `${campaignUrl}/signed`,
    wantsNews,
    second,
    appUrl,
    importedFrom: sheet.importedFrom ?? null,
  }
  return kind === 'reminder' ? remindSignature(asked, t) : confirmSignature(asked, t)
}

const findUpdateText = (mailingId: string, locale: Locale) =>
  db().mailingText.findUnique({
    where: { mailingId_locale: { mailingId, locale } },
    select: {
      subject: true,
      body: true,
      mailing: { select: { signatureCount: true, startedAt: true, ...selectHead } },
    },
  })
