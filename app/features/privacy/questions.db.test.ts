import { expect, test } from 'vitest'
import { takeAskedStep } from '#app/features/questions/commands/take-asked-step.server.ts'
import { countWaitingQuestions } from '#app/features/questions/queries/for-team.server.ts'
import { findQuestionByCode } from '#app/features/questions/queries/with-code.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { anAskedQuestion } from '#prisma/factories/an-asked-question.ts'
import { countDue, runRetention } from './commands/run-retention.server.ts'

test('an answered question loses its words and its key after their time', async () => {
  const { id, code } = await anAskedQuestion()
  const hands = { actor: await anActor(), id, keyring: keyringOfThisMachine(), now: new Date('2026-02-06T09:00:00Z') }
  await takeAskedStep({ intent: 'answer', revision: 1, words: 'Voici la réponse.' }, hands)
  const run = (at: string) => runRetention({ now: new Date(at), byHand: true })
  expect((await run('2027-02-05T10:00:00Z')).gone.questions).toBe(0)
  expect((await run('2027-02-06T10:00:00Z')).gone.questions).toBe(1)
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({ state: 'answered', text: null, words: null })
  expect((await run('2027-02-07T10:00:00Z')).gone.questions, 'safe to run again').toBe(0)
})

test('a question that nobody answered goes by the same term, counted from the day it came, and says so', async () => {
  const { code } = await anAskedQuestion()
  expect((await countDue(new Date('2027-02-03T10:00:00Z'))).gone.questions).toBe(0)
  expect((await countDue(new Date('2027-02-04T10:00:00Z'))).gone.questions).toBe(1)
  await runRetention({ now: new Date('2027-02-04T10:00:00Z'), byHand: true })
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({ state: 'declined', reason: 'unanswered', text: null })
  expect(await countWaitingQuestions()).toBe(0)
})
