import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import { nothingShown, type Standing } from '../place-standing.ts'

const whole = z.number()
const cell = z.object({ shown: whole, most: whole, insAt: whole, least: whole, outsAt: whole })
export const standingShape = z.object({ ins: whole, outs: whole, cells: z.record(z.string(), cell) })

/** What is said of places, and since when; nothing yet in a campaign's first moments. */
export async function standingOf(campaignId: number): Promise<{ standing: Standing; asOf: Date | null }> {
  const row = await db().placeStanding.findUnique({ where: { campaignId } })
  return row ? { standing: standingShape.parse(row.standing), asOf: row.asOf } : { standing: nothingShown, asOf: null }
}
