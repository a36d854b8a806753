import { parisDay } from '#app/i18n/format.ts'
import { config } from '#app/infra/config.server.ts'
import type { FilesDay } from '../files-of-a-day.ts'
import { apart } from './apart.server.ts'

/** The day whose place it is, as the database keeps it. */
export const filesDay = (now: Date): Date => new Date(`${parisDay(now)}T00:00:00Z`)

/** How today's place for files stands. What is known of another day does not count, and is no longer looked at. */
export async function filesToday(now: Date): Promise<FilesDay> {
  const row = await apart().filesToday.findFirst({
    where: { day: filesDay(now) },
    select: { megabytes: true, refused: true },
  })
  return { taken: row?.megabytes ?? 0, most: config().filesPerDay, refused: row?.refused ?? false }
}

/** Whether files may still come today. One deposit may be larger than what is left: that is known when its pages are drawn. */
export async function isRoomForFiles(now: Date): Promise<boolean> {
  const { taken, most } = await filesToday(now)
  return taken < most
}
