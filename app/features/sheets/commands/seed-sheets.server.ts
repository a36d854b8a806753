import { dayKept } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { SheetForm } from '../form.ts'
import { sheetJson, type SheetSeed } from '../schema.ts'

/**
 * Plants the sheets that a campaign does not have yet, as their first version. Whatever is there stays as it is: safe to call again.
 * @returns how many were planted
 */
export async function seedSheets<T>(
  { campaignId, now }: { campaignId: number; now: Date },
  form: SheetForm<T>,
  sheets: readonly SheetSeed<T>[],
): Promise<number> {
  const { kind } = form
  return db().$transaction(
    async (tx) => {
      const there = new Set(
        (await tx.sheet.findMany({ where: { campaignId, kind }, select: { slug: true } })).map(({ slug }) => slug),
      )
      const missing = sheets.map((sheet, position) => ({ ...sheet, position })).filter(({ slug }) => !there.has(slug))
      for (const { slug, position, content, verifiedOn, checkBy } of missing) {
        const version = {
          version: 1,
          content: sheetJson.parse(form.content.parse(content)),
          change: 'first',
          publishedOn: dayKept(verifiedOn),
        }
        const days = { verifiedOn: dayKept(verifiedOn), checkBy: dayKept(checkBy) }
        const versions = { create: version }
        await tx.sheet.create({
          data: { campaignId, kind, slug, position, version: 1, savedAt: now, ...days, versions },
          select: { id: true },
        })
      }
      return missing.length
    },
    { timeout: 60_000 },
  )
}
