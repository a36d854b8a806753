import { moments, seeded } from './chance.ts'
import type { Chaos } from './chaos.ts'
import { blow, campaignOf, findWrongs, toldText } from './storm.ts'
import { openVictim } from './victim.ts'

const kills = 5

/** The web process ends without warning, five times in a storm of signatures. */
export const killWeb: Chaos = async ({ seed, quick, say }) => {
  const people = quick ? 1500 : 10_000
  const victim = await openVictim()
  try {
    const campaignId = await campaignOf(victim)
    const when = moments(seeded(seed), kills, people)
    let down = false
    let back = Promise.resolve()
    const kill = async (count: number) => {
      await victim.killWeb()
      say(`killed after ${count} acknowledged signatures, back again`)
      down = false
    }
    const told = await blow(victim, {
      campaignId,
      people,
      atOnce: 200,
      open: () => back,
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
    return when.length > 0 ? [...wrongs, `only ${kills - when.length} of ${kills} kills came about`] : wrongs
  } finally {
    await victim.close()
  }
}
