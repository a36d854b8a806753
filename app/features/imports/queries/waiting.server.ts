import { db } from '#app/infra/db/prisma.server.ts'
import { isOwn } from '../rules/steps.ts'

export interface WaitingImport {
  id: number
  source: string
}

/** Imports, and letters to their people, that somebody else asked to have agreed to. The oldest first. */
export async function listImportsFor(personId: string): Promise<WaitingImport[]> {
  const found = await db().dataImport.findMany({
    where: {
      OR: [
        { state: 'checked', askedById: { not: null }, approvedById: null },
        { wave: 'asked', waveAskedById: { not: personId } },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, source: true, wave: true, uploadedById: true, changedById: true, askedById: true },
  })
  return found.flatMap(({ id, source, wave, ...hands }) =>
    wave === 'asked' || !isOwn(personId, hands) ? [{ id, source }] : [],
  )
}
