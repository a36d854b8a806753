import { beforeEach, expect, test } from 'vitest'
import { moveHandover, writeHandover } from '#app/features/handovers/commands/prepare.server.ts'
import { agreeToImport, askSecond, startImport } from '#app/features/imports/commands/steer-import.server.ts'
import { agreeToWave, beginWave } from '#app/features/imports/commands/steer-wave.server.ts'
import { runImports } from '#app/features/imports/jobs.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { newEnterLink } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink } from '#app/features/staff/commands/sessions.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCheckedImport, importedAt as now, peopleFile } from '#prisma/factories/an-import.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { loader as dashboard } from './dashboard.tsx'
import { findAgreements, waitingCounts } from './waiting.server.ts'

let campaignId: number
let camille: Actor
let dominique: Actor
beforeEach(async () => {
  campaignId = (await aCampaign({ slug: 'score' })).id
  camille = await anActor('campaigner')
  dominique = await anActor('campaigner')
})

const waiting = async (actor: Actor) => {
  const counts = await waitingCounts(actor, now)
  return { packs: counts['/admin/campaigns'], imports: counts['/admin/imports'] }
}

test('a proposed pack waits for everybody of the campaign but whoever proposed it', async () => {
  const draft = { plannedOn: '2026-03-05', letterFr: 'x', letterEn: 'x', organisations: true, quotes: true }
  const about = { actor: camille, campaignId, now }
  const { id } = await writeHandover(about, { intent: 'save', revision: 1, ...draft })
  expect(await waiting(dominique)).toEqual({ packs: 0, imports: 0 })
  await moveHandover({ ...about, id }, { step: 'propose', revision: 1 })
  expect(await waiting(dominique)).toEqual({ packs: 1, imports: 0 })
  expect(await waiting(camille)).toEqual({ packs: 0, imports: 0 })
  expect(await waiting(await anActor('analyst'))).toEqual({ packs: 0, imports: 0 })
  const pack = { id, campaign: 'score', plannedOn: '2026-03-05' }
  expect(await findAgreements(dominique)).toEqual({ packs: [pack], imports: [], exports: 0 })
  expect(await findAgreements(camille)).toEqual({ packs: [], imports: [], exports: 0 })
})

test('an import waits once somebody asked for a second person, and so do the letters to its people', async () => {
  const id = await aCheckedImport(peopleFile(1001), { campaignId, mayWrite: true }, camille)
  expect(await waiting(dominique)).toEqual({ packs: 0, imports: 0 })
  await askSecond({ actor: camille, id, now })
  expect(await waiting(dominique)).toEqual({ packs: 0, imports: 1 })
  expect(await waiting(camille)).toEqual({ packs: 0, imports: 0 })
  await agreeToImport({ actor: dominique, id, now })
  expect(await waiting(dominique)).toEqual({ packs: 0, imports: 0 })
  await startImport({ actor: camille, id, now })
  await runImports({ now })
  await beginWave({ actor: dominique, id, now }, 100)
  expect(await waiting(dominique)).toEqual({ packs: 0, imports: 0 })
  expect(await waiting(camille)).toEqual({ packs: 0, imports: 1 })
  expect(await findAgreements(camille)).toEqual({ packs: [], imports: [{ id, source: 'Change.org' }], exports: 0 })
  await agreeToWave({ actor: camille, id, now })
  expect(await waiting(camille)).toEqual({ packs: 0, imports: 0 })
})

test('the dashboard says what waits for whoever reads it', async () => {
  const about = { actor: camille, campaignId, now }
  const draft = { plannedOn: '2026-03-05', letterFr: 'x', letterEn: 'x', organisations: true, quotes: true }
  const { id } = await writeHandover(about, { intent: 'save', revision: 1, ...draft })
  await moveHandover({ ...about, id }, { step: 'propose', revision: 1 })
  const link = await newEnterLink({ actor: null, staffId: dominique.id, keyring: null }, now)
  if (link.outcome !== 'made') throw new Error(link.outcome)
  const entered = await enterWithLink(link.token, now)
  if (entered.outcome !== 'entered') throw new Error(entered.outcome)
  const { session } = entered
  const context = { nonce: '', now, network: null, session, shared: false, throttled: false }
  const shown = await dashboard({ request: new Request('http://localhost/admin'), context, params: {} })
  expect(shown.data?.agreements).toEqual({
    packs: [{ id, campaign: 'score', plannedOn: '2026-03-05' }],
    imports: [],
    exports: 0,
    mail: 0,
  })
})
