import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import { verifyLog } from '#app/features/proof/queries/verify-log.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import {
  aLogWithHistory,
  leavesOfHistory,
  missedBy,
  tamperings,
  wrongForAnyone,
} from '#prisma/factories/a-tampered-log.ts'
import { ownDatabase } from '../support/own-database.ts'
import { Chance } from '../support/fraud/chance.ts'
import type { Chaos } from './chaos.ts'

/** Ten thousand changes of a log in its database, one at a time: what is given out then is verified by the file that anyone downloads. */
export const log: Chaos = async ({ seed, quick, say }) => {
  const changes = quick ? 500 : 10_000
  const own = await ownDatabase('chaos-log')
  try {
    const campaign = await findCampaign('score')
    if (!campaign) return ['there is no campaign']
    await aLogWithHistory(campaign)
    const client = await pool().connect()
    const before = [...(await wrongForAnyone(client, campaign)), ...(await verifyLog(campaign)).wrong]
    if (before.length > 0) return before.map((sentence) => `before anything was changed: ${sentence}`)
    const chance = new Chance(seed)
    const wrongs: string[] = []
    let seen = 0
    for (let n = 0; n < changes; n += 1) {
      const [tampering, at] = [chance.of(tamperings), chance.whole(0, leavesOfHistory - 1)]
      seen += Number(tampering.isSeen)
      const missed = await missedBy(client, campaign, { ...tampering, at })
      if (missed.length > 0) wrongs.push(`${tampering.how.join()} at ${at} was missed by ${missed.join()}`)
    }
    client.release()
    say(
      `${changes} changes of ${tamperings.length} kinds: ${seen} of what is given out, found by verify-log.mjs and by us, ${changes - seen} of what is kept from everybody, found by us`,
    )
    return wrongs
  } finally {
    await own.close()
  }
}
