import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { mixOrder } from '../commands/mix-order.server.ts'

/** After what is over has gone, at an hour at which few write. */
export const mixOrderNightly = defineJob({ name: 'testimonies.mix-order', at: '47 2 * * *', run: mixOrder })
