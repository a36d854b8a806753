import { findText } from '#app/features/campaigns/queries.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { z } from 'zod'
import { encodings } from '../rules/encoding.ts'
import { separatorNames } from '../rules/separator.ts'
import { dayOrders, fields, importKinds, type ImportState, type Reading, type RowRules } from '../schema.ts'

/** All that a run needs to know, as a person said it. */
export interface Plan extends Omit<RowRules, 'today'>, Reading {
  id: number
  state: ImportState
  position: number
  campaignId: number
  /** Of the text now shown in the language of the import. */
  textVersion: number
  /** SHA-256 of the file, hexadecimal. */
  sha256: string
  activates: boolean
  starterId: string | null
}

const shape = z.object({
  kind: z.enum(importKinds),
  encoding: z.enum(encodings),
  separator: z.enum(separatorNames),
  dayOrder: z.enum(dayOrders),
  mapping: z.array(z.enum(fields).nullable()),
  campaignId: z.number(),
})

/** The plan of an import that is mapped; `null` of any other. */
export async function findPlan(id: number): Promise<Plan | null> {
  const row = await db().dataImport.findUnique({
    where: { id },
    select: {
      state: true,
      position: true,
      kind: true,
      encoding: true,
      separator: true,
      hasHeader: true,
      dayOrder: true,
      mapping: true,
      campaignId: true,
      locale: true,
      sha256: true,
      confirmedElsewhere: true,
      approvedById: true,
      startedById: true,
    },
  })
  const read = shape.safeParse(row)
  if (!row || !read.success || !isLocale(row.locale)) return null
  const { state, position, locale, hasHeader, startedById: starterId } = row
  const text = await findText(read.data.campaignId, locale)
  return {
    ...read.data,
    id,
    state,
    position,
    locale,
    hasHeader,
    starterId,
    textVersion: text?.version ?? 1,
    sha256: Buffer.from(row.sha256).toString('hex'),
    activates: read.data.kind === 'subscribers' && row.confirmedElsewhere && row.approvedById !== null,
  }
}
