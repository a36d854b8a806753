import { randomUUID } from 'node:crypto'
import { dayOf } from '#app/features/testimonies/week.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'

const day = 86_400_000

interface Told {
  id: string
  state: string
  receivedAt: Date
}

/** Two fictional members of the team: who proposes, and who reads again. */
export interface Desk {
  proposerId: string
  secondId: string
}

type Step = Pick<Prisma.DecisionCreateManyInput, 'kind' | 'staffId' | 'draftVersion'> & {
  reason?: string
  /** After the day it came. */
  days: number
}

/** How an invented testimony came to where it stands: what the desk shows as its history, and the overview as decisions. */
function stepsOf(state: string, { proposerId, secondId }: Desk): Step[] {
  const proposed: Step[] = [
    { kind: 'claimed', staffId: proposerId, draftVersion: 0, days: 2 },
    { kind: 'proposed', staffId: proposerId, draftVersion: 1, days: 2.02 },
  ]
  if (state === 'proposed') return proposed
  if (state === 'declined')
    return [
      { kind: 'claimed', staffId: secondId, draftVersion: 0, days: 3 },
      { kind: 'declined', staffId: secondId, draftVersion: 0, days: 3.01, reason: 'identifiesSomeone' },
    ]
  if (state !== 'published') return []
  return [
    ...proposed,
    { kind: 'seconded', staffId: secondId, draftVersion: 1, days: 3 },
    { kind: 'approved', staffId: null, draftVersion: 1, days: daysToPublish },
    { kind: 'published', staffId: null, draftVersion: 1, days: daysToPublish },
  ]
}

/** From the day it came to the day it appeared. */
export const daysToPublish = 5

/** The decisions behind an invented testimony; a step of the witness is dated to the day. */
export const decisionsOf = ({ id, state, receivedAt }: Told, desk: Desk): Prisma.DecisionCreateManyInput[] =>
  stepsOf(state, desk).map(({ days, ...step }) => {
    const at = new Date(receivedAt.getTime() + days * day)
    return { id: randomUUID(), testimonyId: id, ...step, at: step.staffId === null ? dayOf(at) : at }
  })
