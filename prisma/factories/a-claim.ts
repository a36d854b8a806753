import { claimForm } from '#app/features/claims/claim-form.ts'
import type { ClaimContent } from '#app/features/claims/schema/content.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { publishSheet, saveSheetDraft } from '#app/features/sheets/commands/write-sheet.server.ts'
import { deskForm } from '#app/features/sheets/form.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

const words = (language: string) => ({
  title: `A score (${language})`,
  saidBy: 'An association',
  body: 'They sort ninety files a day.',
  source: 'A paper, 2024',
  answerTitle: 'It helps',
  answer: 'They say that it helps.',
  answerSource: 'A letter, 2024',
})

/** A claim with an answer. The test states only what matters to it. */
export const aClaimContent = (given: Partial<ClaimContent> = {}): ClaimContent => ({
  fr: words('fr'),
  en: words('en'),
  state: 'reported',
  sourceUrl: 'https://example.org/score',
  seenOn: '2026-01-10',
  answerKind: 'answered',
  answerUrl: '',
  soughtOn: '',
  copyHash: '',
  copyBytes: '',
  copyOn: '',
  systems: [],
  letters: [],
  ...given,
})

interface Given {
  campaignId: number
  slug?: string
  content?: ClaimContent
  verifiedOn?: string
}

/** A claim on the site. @returns the id of its sheet */
export async function aClaim({
  campaignId,
  slug = 'a-score',
  content = aClaimContent(),
  verifiedOn = '2026-01-16',
}: Given): Promise<number> {
  const now = new Date(`${verifiedOn}T08:00:00Z`)
  await seedSheets({ campaignId, now }, claimForm, [{ slug, content, verifiedOn, checkBy: '2026-12-31' }])
  const { id } = await db().sheet.findFirstOrThrow({ where: { campaignId, kind: 'claim', slug }, select: { id: true } })
  return id
}

interface Correcting {
  actor: Actor
  sheetId: number
  content: ClaimContent
  now: Date
}

/** The same as a corrected version. */
export async function correctClaim({ actor, sheetId, content, now }: Correcting): Promise<void> {
  const { revision } = await db().sheet.findUniqueOrThrow({ where: { id: sheetId }, select: { revision: true } })
  await saveSheetDraft({ actor, sheetId, revision, content: sheetJson.parse(content) }, now)
  const note = { fr: 'Ils en trient neuf.', en: 'They sort nine.' }
  const how = { form: deskForm(claimForm), change: 'correction' as const, note, checkBy: '2026-12-31' }
  const said = await publishSheet({ actor, sheetId, revision: revision + 1, ...how }, now)
  if (said.outcome !== 'published') throw new Error(said.outcome)
}
