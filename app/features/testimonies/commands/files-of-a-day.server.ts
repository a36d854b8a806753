import { LRUCache } from 'lru-cache'
import { config } from '#app/infra/config.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { apart } from '../queries/apart.server.ts'
import { filesDay } from '../queries/files-of-a-day.server.ts'

/** Megabytes that the largest deposit takes: no share is smaller. */
const oneDeposit = 40
const shareOfNetwork = () => Math.max(config().filesPerDay / 4, oneDeposit)

/** Milliseconds. */
const aDay = 86_400_000
/**
 * What each network took today, under its key of the day (decision 0031). In memory alone: no table says that a network sent
 * files, and with a new day's key everyone begins anew.
 */
const ofNetworks = () => singleton('files-of-networks', () => new LRUCache<string, number>({ max: 65_536, ttl: aDay }))

/** Whether this network may still send files today. `null`: none to tell apart, or one that many share. */
export const hasShareOfFiles = (network: string | null): boolean =>
  network === null || (ofNetworks().get(network) ?? 0) < shareOfNetwork()

function addToNetwork(network: string | null, megabytes: number): boolean {
  if (network === null) return true
  const sum = (ofNetworks().get(network) ?? 0) + megabytes
  if (sum > shareOfNetwork()) return false
  ofNetworks().set(network, Math.max(sum, 0))
  return true
}

/**
 * Takes that many megabytes of today's place for files, all or none, whoever asks at the same instant; of one network a
 * quarter of the day at most. A row of another day is
 * written over. @returns whether there was room
 */
export async function takeRoom(megabytes: number, now: Date, network: string | null = null): Promise<boolean> {
  if (!addToNetwork(network, megabytes)) return false
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
  addToNetwork(network, -megabytes)
  await noteRefusal(now)
  return false
}

/** Gives back what a deposit took that was not kept after all. */
export async function giveRoomBack(megabytes: number, now: Date, network: string | null = null): Promise<void> {
  addToNetwork(network, -megabytes)
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
