import type { Listener } from '#app/infra/db/listen.server.ts'
import { lookSoon } from '#app/infra/db/look-soon.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { askPeople } from './commands/ask-people.server.ts'
import { deleteOldFiles, followPeople } from './commands/keep-house.server.ts'
import { runImport, type Running } from './commands/run-import.server.ts'
import { undoStep } from './commands/undo-import.server.ts'
import { lettersOfMinute } from './rules/pace.ts'

const underWay = async (): Promise<{ id: number; state: string }[]> =>
  db().dataImport.findMany({
    where: { state: { in: ['checking', 'running', 'undoing'] }, paused: false },
    select: { id: true, state: true },
    orderBy: { id: 'asc' },
  })

/** Those that this process works on: to read a file to where it stands only to find somebody there is work for nothing. */
const inHand = () => singleton('imports-in-hand', () => new Set<number>())

/** Takes one import as far as it goes. A file that cannot be opened stops that import, and no other. */
async function take({ id, state }: { id: number; state: string }, running: Running): Promise<void> {
  if (inHand().has(id)) return
  inHand().add(id)
  try {
    if (state === 'undoing') while (!running.signal?.aborted && !(await undoStep(id, running.now)));
    else await runImport(id, running)
  } catch (error) {
    log.error('an import could not go on', { job: 'imports.run', id: String(id), error })
  } finally {
    inHand().delete(id)
  }
}

/** Takes every import under way to its end. Several processes may run: each step belongs to one. */
export async function runImports(running: Running): Promise<void> {
  for (const one of await underWay()) if (!running.signal?.aborted) await take(one, running)
}

/** Every minute: what a process left behind goes on. What is asked for begins at once, without it. */
export const continueImports = defineJob({
  name: 'imports.continue',
  at: '* * * * *',
  run: (now) => runImports({ now }),
})

/** Begins what is asked for at once, instead of at the next minute of the timetable. */
export const followImports = (signal: AbortSignal): Listener =>
  lookSoon({
    channel: 'imports',
    pause: 0,
    look: async (now) => (signal.aborted ? undefined : runImports({ now, signal })),
    fault: 'imports could not go on',
  })

/** Every minute: so many letters as the pace of each wave allows, and none that were missed before. */
export const askImported = defineJob({
  name: 'imports.ask',
  at: '* * * * *',
  async run(now) {
    const waves = await db().dataImport.findMany({
      where: { wave: 'running' },
      select: { id: true, wavePerHour: true },
      orderBy: { id: 'asc' },
    })
    for (const { id, wavePerHour } of waves)
      await askPeople(id, lettersOfMinute(wavePerHour ?? 0, now.getUTCMinutes()), now)
  },
})

/** Four times an hour: what became of whom imports brought. */
export const followImported = defineJob({ name: 'imports.follow', at: '3,18,33,48 * * * *', run: followPeople })

/** Files that were forgotten here go after a week. */
export const forgetImportFiles = defineJob({
  name: 'imports.forget-files',
  at: '27 * * * *',
  async run(now) {
    await deleteOldFiles(now)
  },
})
