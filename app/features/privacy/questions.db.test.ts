import { expect, test } from 'vitest'
import { takeAskedStep } from '#app/features/questions/commands/take-asked-step.server.ts'
import { findQuestionByCode } from '#app/features/questions/queries/with-code.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { anAskedQuestion } from '#prisma/factories/an-asked-question.ts'
import { countDue, runRetention } from './commands/run-retention.server.ts'

test('an answered question loses its words and its key after their time, and one that waits is kept', async () => {
  const { id, code } = await anAskedQuestion()
  expect((await countDue(new Date('2040-01-01'))).gone.questions).toBe(0)
  const hands = { actor: await anActor(), id, keyring: keyringOfThisMachine(), now: new Date('2026-02-06T09:00:00Z') }
  await takeAskedStep({ intent: 'answer', revision: 1, words: 'Voici la réponse.' }, hands)
  const run = (at: string) => runRetention({ now: new Date(at), byHand: true })
  expect((await run('2027-02-05T10:00:00Z')).gone.questions).toBe(0)
  expect((await run('2027-02-06T10:00:00Z')).gone.questions).toBe(1)
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({ state: 'answered', text: null, words: null })
  expect((await run('2027-02-07T10:00:00Z')).gone.questions, 'safe to run again').toBe(0)
})
