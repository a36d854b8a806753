import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aConfirmedOrganisation, aPendingOrganisation } from '#prisma/factories/an-organisation.ts'
import { confirmOrganisation } from './commands/confirm-organisation.server.ts'
import { decideOnOrganisation } from './commands/decide-on-organisation.server.ts'
import { editOrganisation, openRepresentative, removeLogo } from './commands/edit-organisation.server.ts'
import { forgetOrganisations } from './jobs.server.ts'
import { findForTeam, listForTeam } from './queries/for-team.server.ts'
import {
  countOrganisations,
  findConfirmableOrganisation,
  findLogo,
  findLogoForTeam,
  findOrganisationsPage,
} from './queries.server.ts'

const noon = new Date('2026-02-01T12:00:00Z')
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const logo = { bytes: Uint8Array.from([1, 2, 3]), hash: 'ab'.repeat(32), width: 40, height: 20 }

const namesOn = async (campaignId: number) =>
  (await findOrganisationsPage(campaignId, 1))?.organisations.map(({ name }) => name)

test('an organisation appears once its representative confirmed and the team approved, and not before', async () => {
  const campaign = await aCampaign()
  const { id, token, form } = await aPendingOrganisation({ campaign })
  const actor = await anActor('campaigner')
  expect(await decideOnOrganisation(actor, { id, move: 'approve', revision: 1 }, noon)).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(await confirmOrganisation(token, noon)).toEqual({ outcome: 'confirmed', campaignId: campaign.id })
  expect(await countOrganisations(campaign.id)).toBe(0)
  expect(await decideOnOrganisation(actor, { id, move: 'approve', revision: 1 }, noon)).toEqual({ outcome: 'done' })
  expect(await namesOn(campaign.id)).toEqual([form.name])
  expect(await countOrganisations(campaign.id)).toBe(1)
})

test('not even a mistaken program shows what nobody confirmed', async () => {
  const { id } = await aPendingOrganisation({ campaign: await aCampaign() })
  await expect(db().organisation.update({ where: { id }, data: { state: 'approved' } })).rejects.toThrow('confirmed')
})

test('nothing that says who spoke for it can be read in the table', async () => {
  const campaign = await aCampaign()
  const { form } = await aPendingOrganisation({ campaign })
  const [row] = await db().$queryRaw<{ text: string }[]>`select organisation::text as text from organisation`
  for (const secret of [form.personName, form.personRole, form.email])
    for (const spelling of [secret, Buffer.from(secret).toString('hex')]) expect(row?.text).not.toContain(spelling)
})

test('a link confirms for seven days, once, and looks at nothing but itself', async () => {
  const campaign = await aCampaign()
  const { id, token } = await aPendingOrganisation({ campaign })
  expect((await findConfirmableOrganisation(token, later(167)))?.person?.name).toBe('Dominique Exemple')
  expect(await confirmOrganisation(token, later(169))).toEqual({ outcome: 'link-unknown' })
  expect(await findConfirmableOrganisation(token, later(169))).toBeNull()
  const wrong = linkToken('confirm', { campaignId: campaign.id, id })
  expect(await confirmOrganisation(wrong, noon)).toEqual({ outcome: 'link-unknown' })
  expect((await confirmOrganisation(token, later(167))).outcome).toBe('confirmed')
  expect((await confirmOrganisation(token, later(400))).outcome).toBe('already-confirmed')
  expect(await confirmOrganisation('x', noon)).toEqual({ outcome: 'link-unknown' })
})

test('the same organisation twice is told to the team, by name or by site, and to nobody else', async () => {
  const campaign = await aCampaign()
  const first = await aConfirmedOrganisation({ campaign, form: { name: 'L’Union fictive', website: null } })
  const second = await aConfirmedOrganisation({ campaign, form: { name: 'UNION FICTIVE' } })
  const third = await aConfirmedOrganisation({ campaign, form: { website: second.form.website } })
  const alone = await aConfirmedOrganisation({ campaign })
  await aConfirmedOrganisation({ campaign: await aCampaign(), form: { name: alone.form.name } })
  const similarTo = async (id: string) => (await findForTeam(id, 'fr'))?.similar.map((other) => other.id)
  expect(await similarTo(first.id)).toEqual([second.id])
  expect(await similarTo(second.id)).toEqual([first.id, third.id])
  expect(await similarTo(alone.id)).toEqual([])
  const twice = (await listForTeam('waiting', 'fr')).filter((row) => row.twice).map(({ id }) => id)
  expect(twice.toSorted()).toEqual([first.id, second.id, third.id].toSorted())
})

test('ten decisions at once are one, and the trail holds one', async () => {
  const campaign = await aCampaign()
  const { id } = await aConfirmedOrganisation({ campaign })
  const team = await Promise.all(Array.from({ length: 10 }, () => anActor('campaigner')))
  const answers = await Promise.all(
    team.map((actor, at) =>
      at % 2
        ? decideOnOrganisation(actor, { id, move: 'approve', revision: 1 }, noon)
        : decideOnOrganisation(actor, { id, move: 'refuse', revision: 1, reason: 'unknown' }, noon),
    ),
  )
  expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  expect(await db().auditEntry.count()).toBe(1)
  expect((await db().organisation.findUniqueOrThrow({ where: { id } })).revision).toBe(2)
})

test('nobody approves a spelling they did not see', async () => {
  const campaign = await aCampaign()
  const { id, form } = await aConfirmedOrganisation({ campaign })
  const actor = await anActor('owner')
  const { name, kind, scope, town, country, website } = form
  const same = { name, kind, scope, town, country, website }
  expect(await editOrganisation(actor, { id, revision: 1, ...same }, noon)).toEqual({ outcome: 'nothing-changed' })
  expect(await editOrganisation(actor, { id, revision: 1, ...same, name: 'Corrigé', town: null }, noon)).toEqual({
    outcome: 'done',
  })
  expect(await decideOnOrganisation(actor, { id, move: 'approve', revision: 1 }, noon)).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(await editOrganisation(actor, { id, revision: 1, ...same }, noon)).toEqual({ outcome: 'changed-meanwhile' })
  const [entry] = await db().auditEntry.findMany()
  expect(entry).toMatchObject({ action: 'organisation.edited', detail: { changed: ['name', 'town'] } })
})

test('a refusal can be taken back, and what was shown can be taken off and shown again', async () => {
  const campaign = await aCampaign()
  const { id } = await aConfirmedOrganisation({ campaign, logo })
  const actor = await anActor('owner')
  const steps = [
    { move: 'refuse', reason: 'unknown', shown: 0 },
    { move: 'reconsider', shown: 0 },
    { move: 'approve', shown: 1 },
    { move: 'unpublish', reason: 'organisationAsked', shown: 0 },
    { move: 'approve', shown: 1 },
  ] as const
  for (const [at, { shown, ...step }] of steps.entries()) {
    expect(await decideOnOrganisation(actor, { id, revision: at + 1, ...step }, noon)).toEqual({ outcome: 'done' })
    expect(await countOrganisations(campaign.id)).toBe(shown)
    expect(await findLogo(logo.hash)).toEqual(shown ? logo.bytes : null)
  }
  expect(await db().auditEntry.count()).toBe(steps.length)
})

test('a logo can be taken away for good', async () => {
  const campaign = await aCampaign()
  const { id } = await aConfirmedOrganisation({ campaign, logo })
  const actor = await anActor('owner')
  expect(await findLogoForTeam(id)).toEqual(logo.bytes)
  expect(await removeLogo(actor, { id, revision: 1 }, noon)).toEqual({ outcome: 'done' })
  expect(await findLogoForTeam(id)).toBeNull()
})

test('who spoke for an organisation is opened with a trace that does not name them', async () => {
  const campaign = await aCampaign()
  const { id, form } = await aConfirmedOrganisation({ campaign })
  const actor = await anActor('campaigner')
  expect(await openRepresentative(actor, id, noon)).toEqual({
    name: form.personName,
    role: form.personRole,
    email: form.email,
  })
  const entries = await db().auditEntry.findMany()
  expect(entries.map(({ action }) => action)).toEqual(['organisation.person-opened'])
  expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain(form.email)
})

test('what nobody confirmed is forgotten after a week, what was refused or taken off the site after ninety days', async () => {
  const campaign = await aCampaign()
  const actor = await anActor('owner')
  await aPendingOrganisation({ campaign })
  const refused = await aConfirmedOrganisation({ campaign })
  await decideOnOrganisation(actor, { id: refused.id, move: 'refuse', revision: 1, reason: 'unknown' }, noon)
  const kept = await aConfirmedOrganisation({ campaign })
  const takenOff = await aConfirmedOrganisation({ campaign })
  await decideOnOrganisation(actor, { id: takenOff.id, move: 'approve', revision: 1 }, noon)
  const reason = 'organisationAsked'
  await decideOnOrganisation(actor, { id: takenOff.id, move: 'unpublish', revision: 2, reason }, noon)
  const left = async (days: number) => {
    await forgetOrganisations.run(later(24 * days))
    return (await db().organisation.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
  }
  expect(await left(6.9)).toHaveLength(4)
  expect(await left(7.1)).toEqual([refused.id, kept.id, takenOff.id])
  expect(await left(91)).toEqual([kept.id])
})

test('the list is by name, sixty to a page', async () => {
  const campaign = await aCampaign()
  const actor = await anActor('owner')
  for (const name of ['Écoles libres', 'Zèbres', 'Les Amis', 'eaux vives']) {
    const { id } = await aConfirmedOrganisation({ campaign, form: { name } })
    await decideOnOrganisation(actor, { id, move: 'approve', revision: 1 }, noon)
  }
  expect(await namesOn(campaign.id)).toEqual(['Les Amis', 'eaux vives', 'Écoles libres', 'Zèbres'])
  expect(await findOrganisationsPage(campaign.id, 2)).toBeNull()
  expect(await findOrganisationsPage(campaign.id, 1.5)).toBeNull()
})
