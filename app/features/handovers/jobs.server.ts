import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { forgetWords } from './commands/forget-words.server.ts'

/** Every hour: words that were taken back leave the packs that quoted them. */
export const forgetTakenWords = defineJob({
  name: 'handovers.forget-words',
  at: '41 * * * *',
  async run(now) {
    await forgetWords(now)
  },
})
