import { randomBytes } from 'node:crypto'
import { findCampaignById, findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { alreadySigned } from '#emails/already-signed.tsx'
import { confirmSignature } from '#emails/confirm-signature.tsx'
import type { Mail } from '#emails/letter.tsx'
import { writeUpdate } from '../../preview.server.ts'
import type { DeliveryKind } from '../../schema.ts'

/** Stands where a reader's own token goes. Nobody outside can know it, so that no text can hold it. */
const tokenHere = singleton(
  'token-placeholder',
  () =>
    `TOKEN_${randomBytes(12)
      .toString('hex')
      .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'q')}`,
)

export interface Sheet {
  kind: DeliveryKind
  campaignId: number
  mailingId: string | null
  locale: Locale
  wantsNews: boolean
}

/** A letter with a gap where each reader's token goes. */
export type Printed = Pick<OutgoingMail, 'subject' | 'body'>

interface Kept {
  printed: Promise<Printed | null>
  until: number
}

const keepMilliseconds = 20_000
const mostKept = 200

/** The letter for everyone of one kind, campaign and language, written once and kept for a moment; `null` when its text is gone. */
export function stationery(sheet: Sheet): Promise<Printed | null> {
  const kept = singleton('stationery', () => new Map<string, Kept>())
  const key = [sheet.kind, sheet.campaignId, sheet.mailingId, sheet.locale, sheet.wantsNews].join(' ')
  const known = kept.get(key)
  if (known && known.until > performance.now()) return known.printed
  if (kept.size >= mostKept) kept.clear()
  const printed = print(sheet)
  kept.set(key, { printed, until: performance.now() + keepMilliseconds })
  printed.catch(() => kept.delete(key))
  return printed
}

async function print(sheet: Sheet): Promise<Printed | null> {
  const mail = await write(sheet)
  return mail && { subject: mail.subject, body: encodeBody(mail, tokenHere) }
}

async function write({ kind, campaignId, mailingId, locale, wantsNews }: Sheet): Promise<Mail | null> {
  const campaign = await findCampaignById(campaignId)
  if (!campaign) return null
  if (kind === 'update') {
    const text = mailingId === null ? null : await findUpdateText(mailingId, locale)
    return text && mailingId ? writeUpdate({ campaign, mailingId, text, locale, token: tokenHere }) : null
  }
  const text = await findText(campaignId, locale)
  if (!text) return null
  const { appUrl } = config()
  const base = { locale, campaignTitle: plainTitle(text.title), association: campaign.association }
  const confirmUrl = `${appUrl}/${locale}/confirm/${tokenHere}`
  const t = translator(locale)
  if (kind === 'confirmation') return confirmSignature({ ...base, confirmUrl, wantsNews, appUrl }, t)
  return alreadySigned(
    { ...base, campaignUrl: `${appUrl}/${locale}/${campaign.slug}`, confirmNewsUrl: wantsNews ? confirmUrl : null },
    t,
  )
}

const findUpdateText = (mailingId: string, locale: Locale) =>
  db().mailingText.findUnique({
    where: { mailingId_locale: { mailingId, locale } },
    select: { subject: true, body: true },
  })
