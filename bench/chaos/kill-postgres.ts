import { setTimeout as pause } from 'node:timers/promises'
import { moments, seeded } from './chance.ts'
import type { Chaos } from './chaos.ts'
import { blow, campaignOf, findWrongs, toldText } from './storm.ts'
import { openVictim } from './victim.ts'

const kills = 3
const secondsToComeBack = 10

/** The database ends without a word, three times under load. The product starts it again and takes signatures again. */
export const killPostgres: Chaos = async ({ seed, quick, say }) => {
  const people = quick ? 2500 : 15_000
  const victim = await openVictim()
  try {
    const campaignId = await campaignOf(victim)
    const when = moments(seeded(seed), kills, people * 0.8)
    const returns: number[] = []
    let down = false
    let back = Promise.resolve()
    const kill = async (count: number) => {
      const startedAt = Date.now()
      victim.killDatabase()
      await pause(200) // until it is gone: an answer of before is no return
      await victim.ready()
      returns.push((Date.now() - startedAt) / 1000)
      say(`database killed after ${count} acknowledged signatures, ready ${returns.at(-1)?.toFixed(1)} s later`)
      down = false
    }
    const told = await blow(victim, {
      campaignId,
      people,
      atOnce: 100,
      open: async () => {}, // people go on writing to a house whose database is gone
      onSigned(count) {
        if (down || count < (when[0] ?? Infinity)) return
        when.shift()
        down = true
        back = kill(count)
      },
    })
    await back
    say(toldText(told))
    const wrongs = await findWrongs(victim, campaignId, told)
    const late = returns.filter((seconds) => seconds > secondsToComeBack)
    if (late.length > 0) wrongs.push(`${late.length} times it took longer than ${secondsToComeBack} s to come back`)
    if (returns.length < kills) wrongs.push(`only ${returns.length} of ${kills} kills came about`)
    return wrongs
  } finally {
    await victim.close()
  }
}
