import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { reply } from '#app/features/testimonies/commands/reply.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { takeStep } from './commands/take-step.server.ts'
import { moderationStep } from './schema.ts'

const now = new Date('2026-02-04T18:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string, at = now) => ({ actor, testimonyId, now: at, keyring })
const send = (fields: Record<string, string>, whose: ReturnType<typeof hands>) =>
  takeStep(moderationStep.parse(fields), whose)
const text = { title: 'Un contrôle', text: 'Une lettre est venue.', draftVersion: '0' }
const kindsOf = async (id: string) => (await db().decision.findMany({ where: { testimonyId: id } })).map((d) => d.kind)

test('a button pressed twice takes one step, and nobody is told that somebody was faster', async () => {
  for (const [fields, outcome, kind] of [
    [{ intent: 'save', ...text }, 'saved', 'drafted'],
    [{ intent: 'propose', ...text }, 'proposed', 'proposed'],
    [{ intent: 'decline', draftVersion: '0', reason: 'offTopic', message: '', note: '' }, 'declined', 'declined'],
    [{ intent: 'hold', draftVersion: '0', holdReason: 'sensitive', until: '', holdNote: '' }, 'held', 'held'],
    [{ intent: 'ask', draftVersion: '0', question: 'Quel mois ?' }, 'asked', 'asked'],
  ] as const) {
    const { id } = await aTestimony()
    const actor = await anActor()
    const said = await Promise.all([send(fields, hands(actor, id)), send(fields, hands(actor, id))])
    expect(said).toEqual([{ outcome }, { outcome }])
    expect(await kindsOf(id)).toEqual([kind])
    expect(await db().message.count({ where: { testimonyId: id } })).toBe(
      kind === 'asked' || kind === 'declined' ? 1 : 0,
    )
  }
})

test('another text from an old page is no double press: it is refused, and so is the same a while later', async () => {
  const { id } = await aTestimony()
  const actor = await anActor()
  expect(await send({ intent: 'save', ...text }, hands(actor, id))).toEqual({ outcome: 'saved' })
  const other = { intent: 'save', ...text, text: 'Une autre lettre.' }
  expect(await send(other, hands(actor, id, later(1)))).toEqual({ outcome: 'someone-was-faster' })
  expect(await send({ intent: 'save', ...text }, hands(actor, id, later(11)))).toEqual({
    outcome: 'someone-was-faster',
  })
  expect((await db().testimony.findUniqueOrThrow({ where: { id } })).draftVersion).toBe(1)
})

test('of two people who send the same at once one takes the step, and the other is told', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  const decline = { intent: 'decline', draftVersion: '0', reason: 'offTopic', message: '', note: '' }
  const said = await Promise.all([send(decline, hands(first, id)), send(decline, hands(second, id))])
  expect(said.map(({ outcome }) => outcome).toSorted()).toEqual(['declined', 'someone-was-faster'])
  expect(await kindsOf(id)).toEqual(['declined'])
})

test('the same question may be asked again once the witness has answered', async () => {
  const { id, receipt } = await aTestimony()
  const actor = await anActor()
  const ask = { intent: 'ask', draftVersion: '0', question: 'Quel mois ?' }
  await send(ask, hands(actor, id))
  await reply({ receipt, message: 'Je ne sais plus.', once: undefined }, now)
  expect(await send(ask, hands(actor, id, later(60)))).toEqual({ outcome: 'asked' })
  expect(await db().message.count({ where: { testimonyId: id, author: 'team' } })).toBe(2)
})

test('the same text with another choice beside it is no double press: nobody is told that it was left out', async () => {
  for (const [intent, outcome] of [
    ['save', 'saved'],
    ['propose', 'proposed'],
  ] as const) {
    const { id } = await aTestimony()
    await db().testimony.update({ where: { id }, data: { department: '48', period: '2026-01' } })
    const actor = await anActor()
    const shown = { intent, ...text, showDepartment: 'on', showPeriod: 'month' }
    expect(await send(shown, hands(actor, id))).toEqual({ outcome })
    expect(await send(shown, hands(actor, id, later(1)))).toEqual({ outcome })
    for (const fewer of [
      { intent, ...text, showPeriod: 'month' },
      { ...shown, showPeriod: 'year' },
    ])
      expect((await send(fewer, hands(actor, id, later(8)))).outcome).not.toBe(outcome)
  }
})

test('another reason, message, note or day is no double press: what was told stays told', async () => {
  const decline = {
    intent: 'decline',
    draftVersion: '0',
    reason: 'offTopic',
    message: 'Un message.',
    note: 'Une note.',
  }
  const hold = { intent: 'hold', draftVersion: '0', holdReason: 'sensitive', until: '2026-02-09', holdNote: '' }
  const cases: [Record<string, string>, string, Record<string, string>[]][] = [
    [decline, 'declined', [{ reason: 'duplicate' }, { message: 'Un autre.' }, { message: '' }, { note: '' }]],
    [hold, 'held', [{ holdReason: 'needsAdvice' }, { until: '' }, { until: '2026-02-10' }, { holdNote: 'Voir Z.' }]],
  ]
  for (const [fields, outcome, others] of cases) {
    const { id } = await aTestimony()
    const actor = await anActor()
    expect(await send(fields, hands(actor, id))).toEqual({ outcome })
    expect(await send(fields, hands(actor, id, later(1)))).toEqual({ outcome })
    for (const other of others)
      expect((await send({ ...fields, ...other }, hands(actor, id, later(8)))).outcome).not.toBe(outcome)
  }
})
