import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import type { DrawnPage } from './attachments.server.ts'
import { depositTestimony } from './commands/deposit.server.ts'
import { forgetFilesOfADay, giveRoomBack, takeRoom } from './commands/files-of-a-day.server.ts'
import { takeFilesToday } from './commands/take-files.server.ts'
import { apart } from './queries/apart.server.ts'
import { filesToday, isRoomForFiles } from './queries/files-of-a-day.server.ts'
import type { TestifyForm } from './schema.ts'

const now = new Date('2026-02-04T10:20:30Z')
const tomorrow = new Date('2026-02-05T10:20:30Z')

beforeEach(() => {
  vi.stubEnv('FILES_PER_DAY', '10')
  for (const name of ['config', 'files-of-networks']) forgetSingleton(name)
})

afterEach(() => {
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

const form: TestifyForm = {
  title: 'Un courrier',
  story: 'Le courrier est joint à ce récit.',
  system: 'sanction',
  department: null,
  period: null,
  uses: [],
  consequences: [],
  attempts: [],
  contentWarning: null,
  consent: 'on',
}

const aPage = (megabytes: number): DrawnPage => ({
  bytes: new Uint8Array(megabytes * 2 ** 20 - 4),
  width: 1,
  height: 1,
  mediaType: 'image/webp',
})

test('a day takes so much and no more, whoever sends at the same instant, and the next day begins anew', async () => {
  const took = await Promise.all(Array.from({ length: 8 }, () => takeRoom(3, now)))
  expect(took.filter(Boolean)).toHaveLength(3)
  expect(await filesToday(now)).toEqual({ taken: 9, most: 10, refused: true })
  expect([await takeRoom(1, now), await isRoomForFiles(now)]).toEqual([true, false])
  expect(await takeRoom(11, tomorrow)).toBe(false)
  expect(await filesToday(tomorrow)).toEqual({ taken: 0, most: 10, refused: true })
  expect(await takeRoom(10, tomorrow)).toBe(true)
  expect(await filesToday(now)).toEqual({ taken: 0, most: 10, refused: false })
})

test('what is not kept after all gives its room back', async () => {
  await takeRoom(8, now)
  await giveRoomBack(5, now)
  expect(await filesToday(now)).toMatchObject({ taken: 3, refused: false })
  await giveRoomBack(5, tomorrow)
  await giveRoomBack(9, now)
  expect(await filesToday(now)).toMatchObject({ taken: 0 })
})

test('a deposit takes the room of its sealed pages once, is refused whole without it, and without files always comes in', async () => {
  const campaign = await aCampaign()
  const deposit = (given: Partial<TestifyForm>, files: DrawnPage[][]) =>
    depositTestimony({ ...form, ...given }, { campaign, locale: 'fr', now, files })
  const once = '3f0c1a52-6d1e-4b3a-9d5e-0a1b2c3d4e5f'
  expect(await deposit({ once }, [[aPage(4), aPage(2)]])).toMatchObject({ outcome: 'deposited' })
  expect(await filesToday(now)).toMatchObject({ taken: 6 })
  expect(await deposit({ once }, [[aPage(4)]])).toEqual({ outcome: 'already-deposited' })
  expect(await filesToday(now)).toMatchObject({ taken: 6, refused: false })
  expect(await deposit({}, [[aPage(4), aPage(1)]])).toEqual({ outcome: 'no-room-for-files' })
  expect(await filesToday(now)).toMatchObject({ taken: 6, refused: true })
  expect(await deposit({}, [])).toMatchObject({ outcome: 'deposited' })
  expect(await apart().testimony.count()).toBe(2)
  expect(await apart().attachment.count()).toBe(2)
})

test('once the day is full nothing is drawn', async () => {
  await takeRoom(10, now)
  const notAPicture = Buffer.from('not a picture')
  expect(await takeFilesToday([notAPicture], now)).toEqual({
    outcome: 'refused',
    error: 'testimonies.errors.filesToday',
    refused: [],
  })
  expect(await filesToday(now)).toMatchObject({ refused: true })
  expect(await takeFilesToday([], now)).toEqual({ outcome: 'taken', files: [] })
})

test('the count is of one day in whole megabytes, in no write-ahead log, and gone when the day is over', async () => {
  await takeRoom(1, now)
  const { rows } = await pool().query<{ relpersistence: string; cells: object }>(
    `select c.relpersistence, (select to_jsonb(f) from testimonies.files_today f) as cells
     from pg_class c where c.oid = 'testimonies.files_today'::regclass`,
  )
  expect(rows).toEqual([{ relpersistence: 'u', cells: { one: true, day: '2026-02-04', megabytes: 1, refused: false } }])
  await forgetFilesOfADay(now)
  expect(await apart().filesToday.count()).toBe(1)
  await forgetFilesOfADay(tomorrow)
  expect(await apart().filesToday.count()).toBe(0)
})

test('one network takes a quarter of a day, and nobody else’s', async () => {
  vi.stubEnv('FILES_PER_DAY', '400')
  forgetSingleton('config')
  const took = await Promise.all(Array.from({ length: 8 }, () => takeRoom(30, now, 'one')))
  expect(took.filter(Boolean)).toHaveLength(3)
  expect(await takeRoom(10, now, 'one')).toBe(true)
  expect(await takeFilesToday([Buffer.from('not a picture')], now, 'one')).toMatchObject({
    error: 'testimonies.errors.filesToday',
  })
  expect(await filesToday(now)).toEqual({ taken: 100, most: 400, refused: false })
  expect([await takeRoom(90, now, 'another'), await takeRoom(90, now)]).toEqual([true, true])
  await giveRoomBack(30, now, 'one')
  expect([await takeRoom(31, now, 'one'), await takeRoom(30, now, 'one')]).toEqual([false, true])
})
