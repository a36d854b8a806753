import { beforeEach, expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { anIntegrityDesk, later, noon, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import { natureOf } from '../signatures/assess.server.ts'
import { noteDomain, writeDomains } from '../signatures/commands/remember-domains.server.ts'
import { domainIndex } from '../signatures/indexes.server.ts'
import { releaseHeld } from './commands/release-held.server.ts'
import { sayStanding, takeBackStanding } from './commands/say-standing.server.ts'
import { listStandings } from './queries/standings.server.ts'

let desk: IntegrityDesk

beforeEach(async () => {
  forgetSingleton('standings')
  forgetSingleton('noted-domains')
  desk = await anIntegrityDesk()
})

const keyOf = (domain: string) => domainIndex(domain).toString('hex')
const say = (domain: string, standing: 'trusted' | 'suspect', now = noon) =>
  sayStanding({ actor: desk.camille, domain, standing }, now)
const list = async (now = later(1)) =>
  (await listStandings(now)).map(({ kind, name, standing }) => ({ kind, name, standing }))
const deeds = async () =>
  (
    await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true, subject: true, detail: true } })
  ).filter(({ action }) => action.startsWith('standing.'))

test('what is said of a domain holds at once for every name below it', async () => {
  expect(await say('etu.univ.example', 'suspect')).toEqual({ outcome: 'said', name: 'univ.example' })
  expect(natureOf('univ.example')).toEqual({ common: false, disposable: true })
  expect(natureOf('labo.univ.example')).toEqual({ common: false, disposable: true })
  await say('univ.example', 'trusted')
  expect(natureOf('etu.univ.example')).toEqual({ common: true, disposable: false })
  expect(await list()).toEqual([{ kind: 'domain', name: 'univ.example', standing: 'trusted' }])
})

test('the trail says what was said and by whom, never of which domain; saying it twice is one deed', async () => {
  await say('univ.example', 'suspect')
  expect(await say('univ.example', 'suspect', later(1))).toEqual({ outcome: 'unchanged', name: 'univ.example' })
  const subject = `domain:${keyOf('univ.example')}`
  expect(await deeds()).toEqual([{ action: 'standing.said', subject, detail: { standing: 'suspect' } }])
  const { rows } = await pool().query<{ all: string }>(
    `select (select string_agg(a::text, '') from audit_entry a) || (select string_agg(s::text, '') from standing s) as all`,
  )
  expect(rows[0]?.all).not.toContain('univ')
  expect(rows[0]?.all).not.toContain(Buffer.from('univ').toString('hex'))
})

test('taken back, the machine judges by itself again and the name is gone', async () => {
  await say('univ.example', 'suspect')
  const taking = { actor: desk.camille, kind: 'domain' as const, key: keyOf('univ.example') }
  expect(await takeBackStanding(taking, later(1))).toEqual({ outcome: 'taken-back' })
  expect(await takeBackStanding(taking, later(2))).toEqual({ outcome: 'unknown' })
  expect(natureOf('univ.example')).toEqual({ common: false, disposable: false })
  expect(await list()).toEqual([])
  expect((await deeds()).map(({ action }) => action)).toEqual(['standing.said', 'standing.taken-back'])
})

test('trust given while letting pass is listed: a domain with its name if the page named it, a network until its day ends', async () => {
  for (const domain of ['many.example', 'few.example']) noteDomain(domain)
  await writeDomains(noon)
  const network = Buffer.alloc(12, 7)
  const held = { state: 'quarantined' as const, heldSince: noon }
  for (let n = 0; n < 10; n += 1) await desk.sign({ ...held, domain: 'many.example' })
  await desk.sign({ ...held, domain: 'few.example' })
  await releaseHeld({
    actor: desk.camille,
    campaignId: desk.campaign.id,
    groups: [
      { by: 'domain', key: keyOf('many.example') },
      { by: 'domain', key: keyOf('few.example') },
      { by: 'network', key: network.toString('hex') },
    ],
    heldUntil: later(1),
    trust: true,
    now: later(1),
  })
  const domains = [
    { kind: 'domain', name: 'many.example', standing: 'trusted' },
    { kind: 'domain', name: null, standing: 'trusted' },
  ]
  const listed = await list(later(2))
  expect(listed).toHaveLength(3)
  expect(listed).toEqual(expect.arrayContaining([...domains, { kind: 'network', name: null, standing: 'trusted' }]))
  expect(await list(later(26 * 60))).toHaveLength(2)
})
