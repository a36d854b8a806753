import { randomUUID } from 'node:crypto'
import { db } from '#app/infra/db/prisma.server.ts'

/** A sealed pack without its files: for what becomes of it afterwards. Nothing is drawn, which takes a second. */
export async function aQuickPack(campaignId: number, sealedAt: Date): Promise<number> {
  const row = await db().handover.create({
    data: {
      campaignId,
      state: 'sealed',
      plannedOn: sealedAt,
      letterFr: 'Bonjour.',
      letterEn: 'Hello.',
      withOrganisations: false,
      withQuotes: false,
      createdById: randomUUID(),
      createdAt: sealedAt,
      proposedById: randomUUID(),
      agreedById: randomUUID(),
      sealedAt,
      addresseeFr: 'la direction',
      addresseeEn: 'the management',
      confirmed: 4,
      onPaper: 0,
      organisations: 0,
      headSize: 4n,
      headRoot: new Uint8Array(32),
      headNote: 'note',
      zipHash: new Uint8Array(32),
      zipBytes: 1,
    },
    select: { id: true },
  })
  return row.id
}
