import { isLocale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { macOf } from '#app/infra/vault/mac.server.ts'
import { returnAddress } from '#app/infra/vault/return-address.server.ts'
import { keyring } from '#app/infra/vault/keys.server.ts'
import { receiptPartsOf } from '#app/features/proof/queries/log.server.ts'
import { organisationPlace } from '#app/features/organisations/sealed-person.server.ts'
import { signaturePlace, subscriptionPlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { codeGroups } from '#app/features/signatures/code.ts'
import { confirmationCode, confirmToken, linkToken } from '#app/infra/vault/tokens.server.ts'
import { headerSafe } from '#emails/header-safe.ts'
import { ownHost, updateHeaders } from '../../letter-headers.server.ts'
import type { Settlement } from '../../rules.ts'
import { isNews, isOfWish, isRenewal } from '../../schema.ts'
import type { Claim } from './claim.server.ts'
import { wordsFor } from './reader-fields.server.ts'
import { filling, stationery, type Own } from './stationery.server.ts'
import { composeTargetLetter } from './target-letter.server.ts'

/** 144 bits in base64url. */
const localPartLength = 24

/** The same for every attempt to deliver the same letter to the same person, and guessable by nobody. */
export function messageId(deliveryId: string): string {
  const local = macOf(keyring().messageKey).base64url(deliveryId).slice(0, localPartLength)
  return `<${local}@${ownHost()}>`
}

/** What is the reader's own in a letter, in the order in which its sheet leaves room for it. */
function ownOf({ kind, campaignId, subjectId: id, datedAt, age }: Claim): Own {
  const target = { campaignId, id }
  if (kind === 'update' || kind === 'news-link') return { token: linkToken('unsubscribe', target) }
  if (kind === 'news-consent') return { token: linkToken('news-yes', target), notMe: linkToken('unsubscribe', target) }
  if (isRenewal(kind)) return { token: linkToken('renew', target), notMe: linkToken('unsubscribe', target) }
  if (kind === 'organisation')
    return { token: linkToken('confirm-organisation', target), notMe: linkToken('not-me-organisation', target) }
  const [codeStart, codeEnd] = codeGroups(confirmationCode(target))
  const writtenAt = new Date(datedAt.getTime() + age)
  return { token: confirmToken(target, writtenAt), notMe: linkToken('not-me', target), codeStart, codeEnd }
}

/** What stands behind the # of the link of a receipt; `null` when its person does not count any more. */
async function ownReceipt({ campaignId, subjectId }: Claim): Promise<Own | null> {
  const parts = await receiptPartsOf(campaignId, subjectId)
  return parts && { token: parts[0], notMe: parts[1], codeStart: parts[2] }
}

/** Of the link that leaves the news: the only one that an update holds anyway. */
const leaveToken = ({ kind, campaignId, subjectId: id }: Claim, own: Own): string =>
  kind === 'update' ? own.token : linkToken('unsubscribe', { campaignId, id })

/** What comes back names its delivery, in an address of our own. */
function returnPathOf({ campaignId, id }: Claim): string | undefined {
  const { bounceAddress } = config()
  return bounceAddress === null ? undefined : returnAddress({ campaignId, id }, bounceAddress)
}

interface Sealed {
  kind: Claim['kind']
  subjectId: string
  whose: { campaignId: number; emailIndex: Buffer }
}

function placeOf(column: 'sealed_email' | 'sealed_name', { kind, subjectId, whose }: Sealed) {
  if (kind === 'organisation') return organisationPlace(column, subjectId)
  return isOfWish(kind) ? subscriptionPlace(column, whose) : signaturePlace(column, whose)
}

/** A letter to whom a petition is addressed, or why it does not go now. @throws SealBroken */
export async function composeToAddressee(claim: Claim, now: number): Promise<OutgoingMail | Settlement> {
  const written = await composeTargetLetter(claim, now)
  return 'state' in written
    ? written
    : { ...written, messageId: messageId(claim.id), date: claim.datedAt, returnPath: returnPathOf(claim) }
}

/** The letter of one delivery; `null` when its person or its text is gone. @throws SealBroken */
export async function composeLetter(claim: Claim): Promise<OutgoingMail | null> {
  const { kind, campaignId, mailingId, locale, second, textVersion, sealedEmail, sealedName, emailIndex } = claim
  if (!sealedEmail || !sealedName || !emailIndex || !isLocale(locale)) return null
  const wantsNews = !isOfWish(kind) && claim.subscriptionState === 'pending'
  const { organisationState: state, organisationReason: reason } = claim
  const organisation = state === null ? null : { state, reason }
  const { secondSubject, mark, importedFrom } = claim
  const sheet = {
    kind,
    campaignId,
    mailingId,
    locale,
    wantsNews,
    second,
    textVersion,
    organisation,
    secondSubject,
    mark,
    importedFrom,
  }
  const printed = await stationery(sheet)
  if (!printed) return null
  const { fields, subject, body } = printed
  const own = kind === 'receipt' ? await ownReceipt(claim) : ownOf(claim)
  if (!own) return null
  const whom = { kind, subjectId: claim.subjectId, whose: { campaignId, emailIndex } }
  const { email, name } = openPerson({ sealedEmail, sealedName }, (column) => placeOf(column, whom))
  // Written out, so that all letters are of one shape: hundreds of them wait in memory.
  return {
    subject,
    body,
    own: filling(own),
    words: fields.length > 0 ? await wordsFor(fields, { campaignId, emailIndex, name }) : [],
    from: config().mailFrom,
    to: { name: headerSafe(name), address: email },
    messageId: messageId(claim.id),
    date: claim.datedAt,
    returnPath: returnPathOf(claim),
    headers:
      isNews(kind) || kind === 'news-consent'
        ? updateHeaders({ campaignId, locale, token: leaveToken(claim, own) })
        : { 'Auto-Submitted': 'auto-generated' },
  }
}
