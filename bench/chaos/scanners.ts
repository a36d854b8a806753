import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser } from '@playwright/test'
import { aMailServer } from '#prisma/factories/a-mail-server.ts'
import { findBrowser } from '../../e2e/support/find-browser.ts'
import { slug } from '../support/product.ts'
import { seeded, shuffled } from './chance.ts'
import type { Chaos, ChaosOptions } from './chaos.ts'
import { confirmAll, ways } from './confirming-people.ts'
import { ageOf, lettersOf, signAll, signatureOf, type Letter } from './letters.ts'
import { openAll, secondsYoung } from './scanner-browsers.ts'
import { fetchAll } from './scanner-fetches.ts'
import { campaignOf, findWrongs } from './storm.ts'
import { openVictim, type Victim } from './victim.ts'

const tabs = 25
/** Of each way to confirm. */
const sample = { quick: 6, whole: 20 }
/** Fewer of either age would prove little. */
const leastOfEach = 0.2

interface Scene {
  victim: Victim
  browser: Browser
  letters: readonly Letter[]
  chance: () => number
  options: ChaosOptions
}

const watched = ['signature', 'subscription', 'suppression', 'suppression_link', 'tally']

/** A digest of all rows of each table. */
async function digests({ database }: Victim): Promise<string[]> {
  const one = (table: string) =>
    `select $$${table}$$ as table, md5(string_agg(md5(t::text), '' order by t::text)) as digest from ${table} t`
  const { rows } = await database.query<{ table: string; digest: string | null }>(watched.map(one).join(' union all '))
  return watched.map((name) => rows.find(({ table }) => table === name)?.digest ?? 'empty')
}

/** The count as the machine interface gives it, and as a person reads it on the page. */
async function shownCounts({ origin }: Victim): Promise<{ machine: number; page: number }> {
  const machine = await (await fetch(`${origin}/api/v1/campaigns/${slug}/count`)).text()
  const page = await (await fetch(`${origin}/fr/${slug}`)).text()
  const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN)
  return {
    machine: numberIn(machine, /"confirmed":(\d+)/),
    page: numberIn(page, /data-value="(\d+)"/),
  }
}

/** What was touched since: nothing when all is as it was. */
async function changes(victim: Victim, before: { rows: string[]; count: number }, after: string): Promise<string[]> {
  const rows = await digests(victim)
  const { machine, page } = await shownCounts(victim)
  const changed = watched.filter((_, at) => rows[at] !== before.rows[at])
  const wrongs = changed.map((table) => `rows of ${table} changed while ${after}`)
  if (machine !== before.count || page !== before.count)
    wrongs.push(`the count moved from ${before.count} to ${machine} (on the page ${page}) while ${after}`)
  return wrongs
}

/** Scanners that come at once, those that fetch, those that come later. */
async function scan({ victim, browser, letters, chance, options: { say } }: Scene): Promise<string[]> {
  const { machine: count } = await shownCounts(victim)
  const before = { rows: await digests(victim), count }
  const half = Math.ceil(letters.length / 2)
  const early = await openAll(browser, letters.slice(0, half), tabs)
  const afterEarly = await changes(victim, before, 'a browser opened links of young mails')
  const fetched = await fetchAll(letters, chance)
  say(
    `${fetched.links} links fetched ${fetched.visits} times by GET and HEAD, and ${fetched.beyond} addresses their pages name`,
  )
  const afterFetches = await changes(victim, before, 'links were fetched')
  const youngest = Math.min(...letters.map(ageOf))
  if (youngest < secondsYoung) await pause((secondsYoung + 1 - youngest) * 1000)
  const late = await openAll(browser, letters.slice(half), tabs)
  const afterLate = await changes(victim, before, 'a browser opened links of old mails')
  const [young, old] = [early.young + late.young, early.old + late.old]
  say(
    `${letters.length} links opened in a browser, ten seconds each without a gesture: mails of ${young} younger than three minutes, of ${old} older; ` +
      `${early.announced + late.announced} pages had begun their last fifteen seconds; the longest was open ${Math.max(early.seconds, late.seconds).toFixed(1)} s`,
  )
  const few = Math.min(young, old) < letters.length * leastOfEach ? ['too few of one age to say anything'] : []
  const seen = [early, fetched, late].flatMap(({ wrongs }) => wrongs)
  const wrongs = [...seen, ...afterEarly, ...afterFetches, ...afterLate, ...few]
  if (wrongs.length === 0) say(`no row of ${watched.join(', ')} changed; the count is ${count} as before`)
  return wrongs
}

/** Some people in each way; each counts once, and whoever does it again is told so. */
async function confirmSome({ victim, browser, letters, options: { say, quick } }: Scene): Promise<string[]> {
  const wrongs: string[] = []
  const each = quick ? sample.quick : sample.whole
  const campaignId = await campaignOf(victim)
  const { machine: before } = await shownCounts(victim)
  const theirs = ways.map((way, at) => ({ way, letters: letters.slice(at * each, (at + 1) * each) }))
  for (const again of [false, true]) {
    for (const one of theirs) wrongs.push(...(await confirmAll(browser, one.way, { letters: one.letters, again })))
    const { machine } = await shownCounts(victim)
    if (machine - before !== each * ways.length)
      wrongs.push(
        `the count rose by ${machine - before} instead of ${each * ways.length}${again ? ' when all did it again' : ''}`,
      )
  }
  if (wrongs.length === 0)
    say(
      `${each} confirmed ${theirs.map(({ way }) => way.says).join(`, ${each} `)}; again, each read “already confirmed”`,
    )
  const who = theirs.flatMap((one) => one.letters).map(signatureOf)
  const { rows: others } = await victim.database.query(
    `select from signature where campaign_id = $1 and id = any($2::uuid[]) = (confirmed_at is null) and id = any($3::uuid[])`,
    [campaignId, who, letters.map(signatureOf)],
  )
  if (others.length > 0) wrongs.push(`${others.length} signatures are not in the state their people left them in`)
  const told = { signed: letters.map(({ n }) => n), confirmed: who, unanswered: 0, refused: 0, others: {} }
  return [...wrongs, ...(await findWrongs(victim, campaignId, told))]
}

/** What follows the links of mails by itself, with and without a browser, confirms nobody; people do, once. */
export const scanners: Chaos = async (options) => {
  const people = options.quick ? 100 : 1000
  const chance = seeded(options.seed)
  const mailServer = await aMailServer()
  const victim = await openVictim({ smtpUrl: mailServer.url })
  const browser = await chromium.launch(await findBrowser())
  try {
    const startedAt = Date.now()
    const signed = await signAll(victim, people)
    const letters = shuffled(
      chance,
      (await lettersOf(mailServer, signed)).toSorted((a, b) => a.n - b.n),
    )
    const seconds = (Date.now() - startedAt) / 1000
    options.say(`${signed.length} people signed, ${letters.length} mails read from SMTP, ${seconds.toFixed(0)} s`)
    if (letters.length < people) return [`only ${letters.length} mails for ${people} people`]
    const incomplete = letters.filter(({ confirm, notMe, code }) => !confirm || !notMe || code.length !== 7)
    if (incomplete.length > 0) return [`${incomplete.length} mails lack a link or the code`]
    const scene = { victim, browser, letters, chance, options }
    return [...(await scan(scene)), ...(await confirmSome(scene))]
  } finally {
    await browser.close()
    await victim.close()
    await mailServer.stop()
  }
}
