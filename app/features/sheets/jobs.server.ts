import { defineJob, type Job } from '#app/infra/queue/timetable.server.ts'
import { tellTeam, type Outside } from './commands/tell-team.server.ts'

/** Every morning: whoever may campaign is told of texts that have become hidden, or soon will be. */
export const tellOfTexts = (outside: Outside): Job =>
  defineJob({
    name: 'sheets.tell-of-texts',
    at: '13 6 * * *',
    async run(now) {
      await tellTeam(outside, now)
    },
  })
