import { setTimeout as pause } from 'node:timers/promises'
import { pauseMailing, resumeMailing } from '#app/features/mailings/commands/move-mailing.server.ts'
import { setPace } from '#app/features/mailings/commands/steer-mailing.server.ts'
import { unsubscribe } from '#app/features/mailings/commands/unsubscribe.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aStaffMember } from '../support/a-staff-member.ts'
import { readerAddress, readerId } from '../support/mail/fill-readers.ts'
import { moments, seeded } from './chance.ts'
import type { Chaos } from './chaos.ts'
import { openMailHouse, type MailHouse } from './mail-house.ts'

const turns = 50
/** One reader in so many leaves while it goes out. */
const oneLeavesIn = 40
const paces = [0, 600_000, 3_600_000, 0]

type Steer = (chance: () => number) => Promise<void>

async function wheel(house: MailHouse, id: string): Promise<Record<string, Steer>> {
  const actor = await aStaffMember('owner')
  const moving = () => ({ actor, id, now: new Date() })
  let worker = house.startWorker()
  return {
    async paused(chance) {
      await pauseMailing(moving())
      await pause(200 + chance() * 800)
      await resumeMailing(moving())
    },
    async paced(chance) {
      await setPace({ ...moving(), lettersPerHour: paces[Math.floor(chance() * paces.length)] ?? 0 })
    },
    async restarted(chance) {
      worker.kill('SIGTERM')
      if (chance() < 0.5) await worker.ended // else the next one begins while this one ends
      worker = house.startWorker()
    },
  }
}

interface Left {
  n: number
  /** Nothing is begun for them from here on. */
  at: number
}

async function leave({ own, sink }: MailHouse, n: number): Promise<Left> {
  await unsubscribe(linkToken('unsubscribe', { campaignId: own.campaignId, id: readerId(n) }), new Date())
  return { n, at: await sink.count() }
}

async function findWrongs(
  house: MailHouse,
  { id, people, left }: { id: string; people: number; left: readonly Left[] },
) {
  const rows = await house.ask<{ subject_id: string; state: string }>(
    'select subject_id::text, state::text from delivery where mailing_id = $1',
    [id],
  )
  const states = new Map(rows.map(({ subject_id: subject, state }) => [subject, state]))
  const received = await house.sink.receivers()
  const gone = new Set(left.map(({ n }) => n))
  const count = { missing: 0, twice: 0, suppressed: 0, disagree: 0 }
  for (let n = 0; n < people; n += 1) {
    const copies = received.get(readerAddress(n))?.length ?? 0
    const state = states.get(readerId(n))
    count.twice += Number(copies > 1)
    count.missing += Number(copies === 0 && !gone.has(n))
    count.suppressed += Number(state === 'suppressed')
    count.disagree += Number((copies === 1) !== (state === 'handed-over'))
  }
  const wrongs = [
    [count.missing, 'of the audience did not get it'],
    [count.twice, 'got it twice'],
    [count.disagree, 'are written down otherwise than they got it'],
  ] as const
  return { count, wrongs: wrongs.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`) }
}

/** Somebody turns every wheel of a mailing, fifty times, while it goes out and readers leave. */
export const steer: Chaos = async ({ seed, quick, recipients, say }) => {
  const people = recipients ?? (quick ? 4000 : 20_000)
  const chance = seeded(seed)
  const house = await openMailHouse('chaos-steer')
  try {
    const id = await house.mailing(people, { resendsDoubtful: false })
    const steers = await wheel(house, id)
    const when = moments(chance, turns, people)
    const done: Record<string, number> = {}
    const left: Left[] = []
    const isOpen = async () =>
      (await house.ask(`select 1 from mailing where id = $1 and state <> 'sent'`, [id])).length > 0
    while (await isOpen()) {
      while ((when[0] ?? Infinity) <= (await house.sink.count())) {
        when.shift()
        const [name, turn] = Object.entries(steers)[Math.floor(chance() * 3)] ?? []
        if (name === undefined || !turn) continue
        await turn(chance)
        done[name] = (done[name] ?? 0) + 1
        const leaves = Math.floor(chance() * people)
        if (left.length < people / oneLeavesIn) left.push(await leave(house, leaves))
      }
      await pause(20)
    }
    const { wrongs, count } = await findWrongs(house, { id, people, left })
    say(`${people} receivers, ${JSON.stringify(done)}; ${left.length} left, ${count.suppressed} of them in time`)
    return when.length > 0 ? [...wrongs, `only ${turns - when.length} of ${turns} turns came about`] : wrongs
  } finally {
    await house.close()
  }
}
