import { setTimeout as pause } from 'node:timers/promises'
import { readConfirmToken } from '#app/infra/vault/tokens.server.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { codeIn } from '../../e2e/support/confirming.ts'
import { linksIn } from '../../e2e/support/mails.ts'
import { confirmLink, words, type Locale } from '../../e2e/support/signing.ts'
import { slug } from '../support/product.ts'
import { nthAddress, nthForm } from '../support/signing-requests.ts'
import { inLanes } from './in-lanes.ts'
import type { Victim } from './victim.ts'

/** The mail that asks one person to confirm. */
export interface Letter {
  /** Which of the people who signed. */
  n: number
  email: string
  locale: Locale
  confirm: string
  notMe: string
  code: string
}

const emailOf = (n: number) => nthForm(n)['email'] ?? ''
const localeOf = (n: number): Locale => (n % 2 === 0 ? 'fr' : 'en')

const tokenIn = (link: string) => link.split('/').at(-1) ?? ''
export const signatureOf = ({ confirm }: Letter): string => readConfirmToken(tokenIn(confirm))?.id ?? ''

/** Seconds since the mail was written, as its link says. */
export function ageOf({ confirm }: Letter): number {
  const writtenAt = readConfirmToken(tokenIn(confirm))?.writtenAt
  if (!writtenAt) throw new Error('A link of a new mail does not say when it was written.')
  return (Date.now() - writtenAt.getTime()) / 1000
}

/** People of so many networks, one in two in English. @returns who read "thank you" */
export async function signAll({ origin }: Victim, people: number): Promise<number[]> {
  const signed: number[] = []
  const all = Array.from({ length: people }, (_, at) => at + 1)
  await inLanes(all, 20, async (n) => {
    const answer = await fetch(`${origin}/${localeOf(n)}/${slug}/sign`, {
      method: 'POST',
      headers: { origin, 'x-forwarded-for': nthAddress(n) },
      body: new URLSearchParams(nthForm(n)),
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    if (answer.status === 303) signed.push(n)
  })
  return signed
}

const secondsOfPatience = 180

/** The mails of these people as the mail server got them, as soon as each has one. */
export async function lettersOf({ received }: MailServer, signed: readonly number[]): Promise<Letter[]> {
  const whose = new Map(signed.map((n) => [emailOf(n), n]))
  const letters = new Map<number, Letter>()
  let read = 0
  for (const until = Date.now() + secondsOfPatience * 1000; letters.size < whose.size && Date.now() < until;) {
    if (read === received.length) await pause(100)
    for (const { email, receivers } of received.slice(read)) {
      read += 1
      const n = whose.get(receivers[0]?.toLowerCase() ?? '')
      if (n === undefined || !words[localeOf(n)].confirmMail.test(email.subject ?? '')) continue
      const mail = { text: email.text ?? '' }
      const [confirm = ''] = linksIn(mail, confirmLink(localeOf(n)))
      const [notMe = ''] = linksIn(mail, /\/not-me\//)
      letters.set(n, { n, email: emailOf(n), locale: localeOf(n), confirm, notMe, code: codeIn(mail) })
    }
  }
  return [...letters.values()]
}
