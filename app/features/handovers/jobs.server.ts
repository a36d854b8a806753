import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { forgetWords } from './commands/forget-words.server.ts'
import { remindTeam } from './commands/remind-team.server.ts'

/** Every hour: words that were taken back leave the packs that quoted them. */
export const forgetTakenWords = defineJob({
  name: 'handovers.forget-words',
  at: '41 * * * *',
  async run(now) {
    await forgetWords(now)
  },
})

/** Every hour: whoever may campaign is told of an answer that is due soon, or has not come. */
export const remindOfAnswers = defineJob({
  name: 'handovers.remind-of-answers',
  at: '23 * * * *',
  async run(now) {
    await remindTeam(now)
  },
})
