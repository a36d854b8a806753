import { runInvalidations } from '#app/features/integrity/jobs/run-invalidations.server.ts'
import { useDatabase } from '#app/infra/db/pool.server.ts'

/** A worker that takes rules to their end, to be killed on the way. */
useDatabase(process.env.BENCH_DATABASE ?? '')
await runInvalidations({ now: new Date() })
process.exit(0)
