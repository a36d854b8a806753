import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken, readConfirmToken } from '#app/infra/vault/tokens.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { signaturePlace } from '../places.ts'
import { openPerson } from '../sealed-person.server.ts'
import { confirmationDays } from '../rules.ts'
import { confirmableStates, confirmedStates } from '../schema.ts'

const day = 86_400_000
/** What follows the links of a mail by itself does so as it arrives: until then only a gesture confirms. */
const secondsOfScanners = 180

const secondsToWait = (writtenAt: Date, now: Date): number =>
  Math.max(0, Math.ceil(secondsOfScanners - (now.getTime() - writtenAt.getTime()) / 1000))

/** What pressing the button will record: shown before it is pressed, because anybody could have sent the form. */
export interface Confirmable {
  campaignId: number
  /** Of the signature. */
  id: string
  confirmed: boolean
  name: string
  showName: boolean
  news: boolean
  comment: string | null
  /** The text it is bound to, whichever is shown today. */
  text: { locale: Locale; version: number }
  /** Seconds after which the page may confirm without a gesture; `null` when it never may. */
  wait: number | null
  /** Of the link for whom it was not. */
  notMe: string
}

/** What a link confirms, or has confirmed; `null` for unknown and expired ones alike. One under review or under a rule looks like any other (`may-confirm.ts` in SQL). */
export async function findConfirmable(token: string, now: Date): Promise<Confirmable | null> {
  const link = readConfirmToken(token)
  if (!link) return null
  const { writtenAt, ...target } = link
  const since = new Date(now.getTime() - confirmationDays * day)
  const found = await db().signature.findFirst({
    where: {
      ...target,
      OR: [
        { state: { in: [...confirmedStates] }, confirmedAt: { not: null } },
        { state: { in: [...confirmableStates] }, confirmedAt: null, mailedAt: { gt: since } },
      ],
    },
    select: {
      campaignId: true,
      emailIndex: true,
      sealedEmail: true,
      sealedName: true,
      sealedComment: true,
      showName: true,
      locale: true,
      textVersion: true,
      confirmedAt: true,
    },
  })
  if (!found || !isLocale(found.locale)) return null
  const { campaignId, emailIndex, sealedComment, showName, locale, textVersion } = found
  const confirmed = found.confirmedAt !== null
  const asked = await db().subscription.findFirst({
    where: { campaignId, emailIndex, state: { in: ['pending', 'active'] } },
    select: { id: true },
  })
  return {
    campaignId,
    id: target.id,
    confirmed,
    name: openPerson(found, (column) => signaturePlace(column, found)).name,
    showName,
    news: asked !== null,
    comment: sealedComment && unseal(sealedComment, signaturePlace('sealed_comment', found)),
    text: { locale, version: textVersion },
    wait: confirmed || writtenAt === null ? null : secondsToWait(writtenAt, now),
    notMe: linkToken('not-me', target),
  }
}
