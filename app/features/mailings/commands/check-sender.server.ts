import { isIP } from 'node:net'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { nameServers } from '#app/infra/dns/name-servers.server.ts'
import { readPublishedKey } from '#app/infra/mail/dkim-key.server.ts'
import { lookAtServer } from '#app/infra/mail/server-look.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { checkDkim, type IsOurs } from '../rules/health/dkim.ts'
import { checkDmarc } from '../rules/health/dmarc.ts'
import type { Answer, Dns } from '../rules/health/dns.ts'
import { verdictOf, type Check } from '../rules/health/finding.ts'
import { checkExchangers } from '../rules/health/mail-exchangers.ts'
import { checkReverse } from '../rules/health/reverse-name.ts'
import { isSeenOutside, type OurKey, type Sender } from '../rules/health/sender.ts'
import { checkSpf } from '../rules/health/spf.ts'
import { checkTls } from '../rules/health/tls.ts'
import { fingerprintOf, senderSettings, type SenderSettings } from '../sender-settings.server.ts'

/** Milliseconds: whoever pressed the button waits for it. What nobody answered by then is said to be unanswered. */
const longestLook = 15_000
const mostAddresses = 8

/** The same name servers, as long as there is time. */
function within(dns: Dns, milliseconds: number): { dns: Dns; end: () => void } {
  let over = () => {}
  const isOver = new Promise<'no-answer'>((resolve) => (over = () => resolve('no-answer')))
  const tooLong = setTimeout(over, milliseconds)
  const inTime = <T>(answer: Promise<Answer<T>>): Promise<Answer<T>> => Promise.race([answer, isOver])
  return {
    dns: {
      txt: (name) => inTime(dns.txt(name)),
      a: (name) => inTime(dns.a(name)),
      aaaa: (name) => inTime(dns.aaaa(name)),
      mx: (name) => inTime(dns.mx(name)),
      ptr: (ip) => inTime(dns.ptr(ip)),
    },
    end: () => clearTimeout(tooLong),
  }
}

async function addressesOf({ host, isHere }: SenderSettings, dns: Dns): Promise<string[]> {
  if (isHere) return []
  if (isIP(host)) return [host].filter(isSeenOutside)
  const answers = await Promise.all([dns.a(host), dns.aaaa(host)])
  return answers
    .flatMap((answer) => (answer === 'no-answer' ? [] : answer))
    .filter(isSeenOutside)
    .slice(0, mostAddresses)
}

async function senderOf(settings: SenderSettings, dns: Dns): Promise<Sender> {
  const { from, envelope, key, host, sendingIps } = settings
  const isCertain = sendingIps.length > 0
  const leavesFrom = isCertain ? sendingIps : await addressesOf(settings, dns)
  return { from, envelope, key, host, leavesFrom, isCertain }
}

const isOursWith =
  (key: OurKey | null): IsOurs =>
  (published, kind) => {
    const read = readPublishedKey(published, kind)
    return read && read.published === key?.published
  }

/** Asks name servers and the mail server about the sender that the settings describe. Sends nothing, keeps nothing. */
export async function lookAtSender(settings: SenderSettings, servers: { url: string; dns: Dns }, now: Date) {
  const { dns, end } = within(servers.dns, longestLook)
  const sender = await senderOf(settings, dns)
  const checks: Check[] = await Promise.all([
    checkSpf(sender, dns),
    checkDkim(settings.key, dns, isOursWith(settings.key)),
    checkDmarc(sender, dns),
    checkExchangers(sender, dns),
    checkReverse(sender, dns),
    lookAtServer(servers.url, longestLook).then((look) => checkTls(look, { ...settings, now: now.getTime() })),
  ])
  end()
  return checks
}

export type CheckOutcome =
  | { outcome: 'checked'; checks: readonly Check[] }
  /** Mail ends in the built-in inbox: there is no sender to check. */
  | { outcome: 'stays-here' }

/** As the database keeps it. */
const plain = ({ name, findings, published, advised }: Check) => ({
  name,
  findings: findings.map(({ code, values }) => ({ code, values })),
  published: published.map((record) => ({ ...record })),
  advised: advised.map((record) => ({ ...record })),
})

async function check(actor: Actor | null, now: Date): Promise<CheckOutcome> {
  const settings = senderSettings()
  const { smtpUrl, nameServers: asked } = config()
  if (!settings || smtpUrl === null) return { outcome: 'stays-here' }
  const checks = await lookAtSender(settings, { url: smtpUrl, dns: nameServers(asked) }, now)
  const count = (verdict: 'attention' | 'bad') => checks.filter((each) => verdictOf(each) === verdict).length
  const kept = { checkedAt: now, settings: fingerprintOf(settings), checks: checks.map(plain) }
  await db().$transaction(async (tx) => {
    await tx.senderCheck.upsert({ where: { id: 1 }, create: { id: 1, ...kept }, update: kept })
    const detail = { attention: count('attention'), bad: count('bad') }
    if (actor) await appendAudit(tx, { actor, action: 'sending.checked', subject: 'sending', detail }, now)
  })
  return { outcome: 'checked', checks }
}

const underWay = () => singleton<{ check: Promise<CheckOutcome> | null }>('sender-check', () => ({ check: null }))

/**
 * Checks the sender and keeps what was found. Nothing else follows from it: mail leaves as before. Whoever asks while a check is
 * under way gets that one.
 * @param actor `null`: the timetable, or whoever is at the command line
 */
export function checkSender(actor: Actor | null, now: Date): Promise<CheckOutcome> {
  const state = underWay()
  state.check ??= check(actor, now).finally(() => (state.check = null))
  return state.check
}
