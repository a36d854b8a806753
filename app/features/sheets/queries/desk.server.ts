import { z } from 'zod'
import { dayRead, plusDays } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { DeskForm } from '../form.ts'
import { daysOfWarning, standingOf, type SheetStanding } from '../rules.ts'
import { sheetJson, type InBoth, type SheetChange, type SheetJson } from '../schema.ts'

/** A line of the team's list. */
export interface SheetLine {
  id: number
  kind: string
  slug: string
  title: InBoth
  standing: SheetStanding
  /** A next version is being written. */
  drafted: boolean
  version: number
  verifiedOn: string
  checkBy: string
}

const daysFrom = (today: string) => ({ today, warnFrom: plusDays(today, daysOfWarning) })

/** What is kept may be a draft without a title yet: its slug stands for it. */
function titleOf(content: unknown, { form, slug }: { form: DeskForm | undefined; slug: string }): InBoth {
  const read = form?.read(content, slug)
  return read?.ok ? read.title : { fr: slug, en: slug }
}

/** Every sheet of a campaign, drafts and retired ones too, in their order. */
export async function listForDesk(campaignId: number, forms: readonly DeskForm[], today: string): Promise<SheetLine[]> {
  const rows = await db().sheet.findMany({
    where: { campaignId },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      slug: true,
      version: true,
      retired: true,
      verifiedOn: true,
      checkBy: true,
      draft: true,
      versions: { orderBy: { version: 'desc' }, take: 1, select: { content: true } },
    },
  })
  return rows.map(({ id, kind, slug, version, retired, draft, ...row }) => {
    const form = forms.find((one) => one.kind === kind)
    const checkBy = dayRead(row.checkBy)
    return {
      id,
      kind,
      slug,
      version,
      title: titleOf(row.versions[0]?.content ?? draft, { form, slug }),
      standing: standingOf({ version, retired, checkBy }, daysFrom(today)),
      drafted: draft !== null,
      verifiedOn: dayRead(row.verifiedOn),
      checkBy,
    }
  })
}

export interface DeskVersion {
  version: number
  change: SheetChange | 'first'
  note: InBoth
  publishedOn: string
}

/** What lies on the desk of one sheet. */
export interface SheetDesk extends SheetLine {
  campaign: { id: number; slug: string }
  revision: number
  /** What the form shows: the draft, or what is published. */
  content: SheetJson
  published: SheetJson | null
  history: DeskVersion[]
}

const asChange = z.enum(['first', 'correction', 'update'])

/** One sheet for the team; `null` when there is none, or nobody knows its kind any more. */
export async function findForDesk(id: number, forms: readonly DeskForm[], today: string): Promise<SheetDesk | null> {
  const row = await db().sheet.findUnique({ where: { id }, include: { versions: { orderBy: { version: 'desc' } } } })
  const form = forms.find(({ kind }) => kind === row?.kind)
  if (!row || !form) return null
  const campaign = await db().campaign.findUniqueOrThrow({
    where: { id: row.campaignId },
    select: { id: true, slug: true },
  })
  const published = sheetJson.safeParse(row.versions[0]?.content).data ?? null
  const checkBy = dayRead(row.checkBy)
  const { kind, slug, version, retired, revision } = row
  return {
    id,
    campaign,
    kind,
    slug,
    version,
    revision,
    title: titleOf(published ?? row.draft, { form, slug }),
    standing: standingOf({ version, retired, checkBy }, daysFrom(today)),
    drafted: row.draft !== null,
    verifiedOn: dayRead(row.verifiedOn),
    checkBy,
    content: sheetJson.safeParse(row.draft).data ?? published ?? {},
    published,
    history: row.versions.map(({ version: number, change, noteFr, noteEn, publishedOn }) => ({
      version: number,
      change: asChange.parse(change),
      note: { fr: noteFr, en: noteEn },
      publishedOn: dayRead(publishedOn),
    })),
  }
}

/** How many texts are hidden from the public until somebody verifies them again, and how many soon will be. */
export async function countToVerify(today: string): Promise<{ expired: number; soon: number }> {
  const shown = { retired: false, version: { gt: 0 } }
  const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
  const [expired, soon] = await Promise.all([
    db().sheet.count({ where: { ...shown, checkBy: { lt: day(today) } } }),
    db().sheet.count({ where: { ...shown, checkBy: { gte: day(today), lte: day(plusDays(today, daysOfWarning)) } } }),
  ])
  return { expired, soon }
}
