import { dayRead } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { InBoth } from '#app/features/sheets/schema.ts'
import { claimForm } from '../claim-form.ts'

/** A claim for the team, with its latest correction. */
export interface CorrectedClaim {
  sheetId: number
  campaign: { id: number; slug: string }
  slug: string
  title: InBoth
  /** Of its draft. */
  revision: number
  /** `null`: it was never corrected. */
  correction: { version: number; publishedOn: string; note: InBoth } | null
}

/** The claim of a sheet, as it is on the site; `null` when it is no claim or was never published. */
export async function findCorrectedClaim(sheetId: number): Promise<CorrectedClaim | null> {
  const sheet = await db().sheet.findFirst({
    where: { id: sheetId, kind: claimForm.kind },
    select: {
      slug: true,
      campaignId: true,
      revision: true,
      versions: {
        orderBy: { version: 'desc' },
        select: { version: true, content: true, change: true, noteFr: true, noteEn: true, publishedOn: true },
      },
    },
  })
  const read = claimForm.content.safeParse(sheet?.versions[0]?.content)
  if (!sheet || !read.success) return null
  const campaign = await db().campaign.findUniqueOrThrow({
    where: { id: sheet.campaignId },
    select: { id: true, slug: true },
  })
  const latest = sheet.versions.find(({ change }) => change === 'correction')
  const correction = latest && {
    version: latest.version,
    publishedOn: dayRead(latest.publishedOn),
    note: { fr: latest.noteFr, en: latest.noteEn },
  }
  const title = { fr: claimForm.title(read.data, 'fr'), en: claimForm.title(read.data, 'en') }
  return { sheetId, campaign, slug: sheet.slug, revision: sheet.revision, title, correction: correction ?? null }
}
