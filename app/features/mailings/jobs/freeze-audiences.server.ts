import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { findUnfrozen, freezeRest } from '../commands/freeze-audience.server.ts'

/** Goes on with lists of receivers whose process ended while it wrote them. */
export const freezeAudiences = defineJob({
  name: 'mailings.freeze-audiences',
  at: '* * * * *',
  async run() {
    for (const id of await findUnfrozen()) await freezeRest(id)
  },
})
