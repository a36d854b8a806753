import { config } from '#app/infra/config.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { readMailbox } from '#app/infra/mail/read-mailbox.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { takeBounce } from '../commands/take-bounce.server.ts'

/** A minute's work at most: what is left comes with the next round. */
const round = { most: 500, mostBytes: 512 * 1024 }

/** Reads what came back into the mailbox of `BOUNCE_IMAP_URL`, if there is one. */
export const readReturns = defineJob({
  name: 'mailings.read-returns',
  at: '*/2 * * * *',
  async run(now) {
    const { bounceImapUrl } = config()
    if (bounceImapUrl === null) return
    try {
      const count = await readMailbox(bounceImapUrl, round, async (message) => {
        await takeBounce(message, now)
      })
      if (count > 0) log.info('messages that came back were read', { job: 'read-returns', count })
    } catch (error) {
      log.error('the mailbox of what comes back cannot be read', { job: 'read-returns', error })
    }
  },
})
