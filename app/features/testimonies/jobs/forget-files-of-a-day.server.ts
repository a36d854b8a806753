import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { forgetFilesOfADay } from '../commands/files-of-a-day.server.ts'

/** A day ends at midnight in Paris, at ten or eleven in the evening UTC. */
export const forgetFilesOfYesterday = defineJob({
  name: 'testimonies.forget-files-of-a-day',
  at: '3 * * * *',
  run: forgetFilesOfADay,
})
