import { config } from '#app/infra/config.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { apart } from '../queries/apart.server.ts'
import { filesDay } from '../queries/files-of-a-day.server.ts'

/**
 * Takes that many megabytes of today's place for files, all or none, whoever asks at the same instant. A row of another day is
 * written over. @returns whether there was room
 */
export async function takeRoom(megabytes: number, now: Date): Promise<boolean> {
  const most = config().filesPerDay
  const day = filesDay(now)
  const taken =
    megabytes > most
      ? 0
      : await apart().$executeRaw`
          insert into testimonies.files_today as f (day, megabytes) values (${day}::date, ${megabytes}::int)
          on conflict (one) do update set
            day = excluded.day,
            megabytes = excluded.megabytes + case when f.day = excluded.day then f.megabytes else 0 end,
            refused = f.refused and f.day = excluded.day
          where excluded.megabytes + case when f.day = excluded.day then f.megabytes else 0 end <= ${most}::int`
  if (taken > 0) return true
  await noteRefusal(now)
  return false
}

/** Gives back what a deposit took that was not kept after all. */
export async function giveRoomBack(megabytes: number, now: Date): Promise<void> {
  await apart().$executeRaw`
    update testimonies.files_today set megabytes = greatest(megabytes - ${megabytes}::int, 0) where day = ${filesDay(now)}::date`
}

/** The team is to know that somebody was refused today. The operator reads it once a day. */
export async function noteRefusal(now: Date): Promise<void> {
  const first = await apart().$executeRaw`
    insert into testimonies.files_today as f (day, refused) values (${filesDay(now)}::date, true)
    on conflict (one) do update set
      day = excluded.day,
      megabytes = case when f.day = excluded.day then f.megabytes else 0 end,
      refused = true
    where not f.refused or f.day <> excluded.day`
  if (first > 0) log.warn('files of testimonies are refused today: FILES_PER_DAY is reached')
}

/** What is over is forgotten. */
export async function forgetFilesOfADay(now: Date): Promise<void> {
  await apart().filesToday.deleteMany({ where: { day: { lt: filesDay(now) } } })
}
