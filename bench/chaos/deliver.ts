import { setTimeout as pause } from 'node:timers/promises'
import { leaseSeconds } from '#app/features/mailings/jobs/deliver/claim.server.ts'
import { readerAddress, readerId } from '../support/mail/fill-readers.ts'
import { moments, seeded } from './chance.ts'
import type { Chaos, ChaosOptions } from './chaos.ts'
import { lines, openMailHouse, type MailHouse, type MailWorker } from './mail-house.ts'

const workersAtOnce = 3
/** Seconds that a zombie is stopped: longer than its leases last, and than others take to take its letters up. */
const asleep = 60
/** Seconds until orphaned letters go on: a lease, and this much more. */
const mostOverdue = 60 - leaseSeconds

type Blow = 'kill' | 'zombie' | 'database'

interface Plan {
  at: number
  blow: Blow
}

/** When what happens, in letters that arrived. */
function plan(chance: () => number, people: number, kills: number): Plan[] {
  const at = moments(chance, kills + 3, people)
  const others: Blow[] = ['zombie', 'database', 'zombie']
  // Early enough that something is left to do while they sleep and after they woke.
  const early = others.map((blow, n) => ({ at: at[n * 2] ?? 0, blow }))
  const rest = at.filter((_, n) => !(n % 2 === 0 && n < others.length * 2))
  return [...early, ...rest.map((moment) => ({ at: moment, blow: 'kill' as const }))].toSorted((a, b) => a.at - b.at)
}

class Storm {
  readonly #house: MailHouse
  readonly #workers: MailWorker[] = []
  readonly #waking: Promise<void>[] = []
  readonly #say: (line: string) => void
  overdue = 0

  constructor(house: MailHouse, say: (line: string) => void) {
    this.#house = house
    this.#say = say
    for (let n = 0; n < workersAtOnce; n += 1) this.#workers.push(house.startWorker())
  }

  async strike({ blow, at }: Plan, chance: () => number): Promise<void> {
    const place = Math.floor(chance() * this.#workers.length)
    const victim = this.#workers[place]
    if (blow === 'database') this.#house.killDatabase()
    else if (victim && blow === 'zombie') {
      victim.kill('SIGSTOP')
      this.#workers[place] = this.#house.startWorker()
      this.#waking.push(this.#wake(victim))
    } else if (victim) {
      victim.kill('SIGKILL')
      await victim.ended
      this.#workers[place] = this.#house.startWorker()
    }
    this.#say(`${blow} after ${at} letters`)
  }

  /** It goes on where it was, and some seconds later it is ended like everyone. */
  async #wake(zombie: MailWorker): Promise<void> {
    await pause(asleep * 1000)
    zombie.kill('SIGCONT')
    await pause(5000)
    zombie.kill('SIGTERM')
    await zombie.ended
  }

  async watch(): Promise<void> {
    const [row] = await this.#house.ask<{ overdue: number | null }>(
      `select extract(epoch from max(now() - lease_until))::float8 as overdue from delivery where state = 'claimed'`,
    )
    this.overdue = Math.max(this.overdue, row?.overdue ?? 0)
  }

  async end(): Promise<void> {
    await Promise.all(this.#waking)
    for (const worker of this.#workers) worker.kill('SIGTERM')
    await Promise.all(this.#workers.map(({ ended }) => ended))
  }
}

interface Sent {
  id: string
  people: number
  blows: number
  before: number
}

async function blow(
  house: MailHouse,
  sent: Sent,
  { chance, plans, say }: { chance: () => number; plans: Plan[]; say: (line: string) => void },
) {
  const storm = new Storm(house, say)
  for (
    const isOpen = async () =>
      (await house.ask(`select 1 from mailing where id = $1 and state = 'sending'`, [sent.id])).length > 0;
    await isOpen();
  ) {
    const arrived = (await house.sink.count()) - sent.before
    while ((plans[0]?.at ?? Infinity) <= arrived) {
      const next = plans.shift()
      if (next) await storm.strike(next, chance)
    }
    await storm.watch()
    await pause(100)
  }
  await storm.end()
  return storm.overdue
}

interface Row {
  subject_id: string
  state: string
}

/** What is wrong with who got it, in sentences. */
async function findWrongs(house: MailHouse, { id, people, blows }: Sent, resendsDoubtful: boolean) {
  const rows = await house.ask<Row>('select subject_id::text, state::text from delivery where mailing_id = $1', [id])
  const states = new Map(rows.map(({ subject_id: subject, state }) => [subject, state]))
  const received = await house.sink.receivers()
  const wrongs: string[] = []
  const count = { skipped: 0, unknown: 0, second: 0, otherId: 0, unwritten: 0 }
  for (let n = 0; n < people; n += 1) {
    const ids = received.get(readerAddress(n)) ?? []
    const state = states.get(readerId(n)) ?? 'none'
    count.unknown += Number(state === 'unknown')
    count.skipped += Number(ids.length === 0 && state !== 'unknown')
    count.second += Math.max(ids.length - 1, 0)
    count.otherId += Number(new Set(ids).size > 1)
    count.unwritten += Number(ids.length > 0 && state !== 'handed-over' && state !== 'unknown')
  }
  const most = blows * lines + workersAtOnce * lines
  if (rows.length !== people) wrongs.push(`${rows.length} rows for ${people} receivers`)
  if (count.skipped > 0) wrongs.push(`${count.skipped} were skipped`)
  if (count.unwritten > 0) wrongs.push(`${count.unwritten} got it and nobody wrote it down`)
  if (!resendsDoubtful && count.second > 0) wrongs.push(`${count.second} second copies, of which there must be none`)
  if (resendsDoubtful && count.unknown > 0) wrongs.push(`${count.unknown} are left in doubt`)
  if (count.otherId > 0) wrongs.push(`${count.otherId} second copies under another Message-ID`)
  if (Math.max(count.unknown, count.second) > most)
    wrongs.push(`${Math.max(count.unknown, count.second)} in doubt, at most ${most} were on their way`)
  return { wrongs, count, most }
}

async function inMode(
  house: MailHouse,
  resendsDoubtful: boolean,
  { seed, quick, recipients, say }: ChaosOptions,
): Promise<string[]> {
  const people = recipients ?? (quick ? 10_000 : 100_000)
  const kills = quick ? 5 : 20
  const chance = seeded(seed + Number(resendsDoubtful))
  const plans = plan(chance, people, kills)
  const before = await house.sink.count()
  const id = await house.mailing(people, { resendsDoubtful })
  const blows = plans.length
  say(`${resendsDoubtful ? 'at least once' : 'never twice'}: ${people} receivers, ${blows} blows`)
  const startedAt = Date.now()
  const overdue = await blow(house, { id, people, blows, before }, { chance, plans, say })
  const { wrongs, count, most } = await findWrongs(house, { id, people, blows, before }, resendsDoubtful)
  say(
    `${((Date.now() - startedAt) / 1000).toFixed(0)} s; skipped ${count.skipped}, in doubt and listed ${count.unknown}, second copies ${count.second} (at most ${most}), orphans taken up after ${(leaseSeconds + overdue).toFixed(0)} s at most`,
  )
  if (overdue > mostOverdue) wrongs.push(`orphaned letters waited ${(leaseSeconds + overdue).toFixed(0)} s`)
  if (plans.length > 0) wrongs.push(`only ${blows - plans.length} of ${blows} blows came about`)
  return wrongs
}

/** Workers and the database end without a word in the middle of a mailing, in both of its modes. */
export const deliver: Chaos = async (options) => {
  const wrongs: string[] = []
  for (const resendsDoubtful of [false, true]) {
    const house = await openMailHouse('chaos-deliver')
    try {
      wrongs.push(...(await inMode(house, resendsDoubtful, options)))
    } finally {
      await house.close()
    }
  }
  return wrongs
}
