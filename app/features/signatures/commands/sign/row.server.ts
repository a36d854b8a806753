import type { Locale } from '#app/i18n/locale.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { keyring } from '#app/infra/vault/keys.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { domainIndex, networkIndex } from '../../indexes.server.ts'
import { personOf } from '../../places.ts'
import { foldedName, foldedPostcode } from '../../rules.ts'
import { personText } from '../../sealed-person.server.ts'
import { whoseIn } from '../../whose.server.ts'
import type { Taken } from './taken.server.ts'

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
  partnerId: number | null
  signals: number
  held: boolean
  /** Minutes before its mail leaves. */
  wait: number
  now: Date
}

const shortIndexBytes = 8
/** Of the name, which is sealed with the address. */
const inThePerson = Buffer.alloc(0)

/** Within one person's address only: the same name at another address has another index. */
const within = (person: string, what: 'name' | 'place', value: string) =>
  blindIndex(`${what}|${person}`, value).subarray(0, shortIndexBytes)

/** Where no postcode is given nobody lives with anybody: the place of a name alone. */
function placeOf({ country, postcode }: Taken, folded: string): string {
  const place = foldedPostcode(postcode)
  return place === '' ? `${country} ${folded}` : `${country}${place}`
}

/** Seals and indexes what a form said. */
export function rowOf(taken: Taken): Row {
  const { email, name, comment, news, network, now } = taken
  const whose = whoseIn(taken.campaignId, taken.personal)
  const row = personOf(whose)
  const ring = keyring()
  const person = personText({ email, name })
  const folded = foldedName(name)
  const sealed = (text: string, table: 'signature' | 'subscription', column: string) =>
    seal(text, { table, column, row }, ring)
  return {
    campaignId: whose.campaignId,
    emailIndex: whose.emailIndex,
    id: timeId(now),
    sealedEmail: sealed(person, 'signature', 'sealed_email'),
    sealedName: inThePerson,
    sealedComment: comment === null ? null : sealed(comment, 'signature', 'sealed_comment'),
    department: taken.department,
    country: taken.country,
    locale: taken.locale,
    textVersion: taken.textVersion,
    showName: taken.showName,
    newsEmail: news ? sealed(person, 'subscription', 'sealed_email') : null,
    newsName: news ? inThePerson : null,
    nameIndex: within(row, 'name', folded),
    placeIndex: within(row, 'place', placeOf(taken, folded)),
    domainIndex: domainIndex(taken.domain),
    networkIndex: network === null ? null : networkIndex(network),
    partnerId: taken.partnerId,
    signals: taken.signals,
    held: taken.held,
    wait: taken.wait,
    now,
  }
}
