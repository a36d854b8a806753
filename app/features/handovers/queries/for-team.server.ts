import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import { dayRead } from '#app/i18n/calendar.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { isHandoverState, type HandoverState } from '../rules.ts'
import type { Prepared } from './gather.server.ts'

const prepared = {
  id: true,
  state: true,
  revision: true,
  plannedOn: true,
  letterFr: true,
  letterEn: true,
  withOrganisations: true,
  withQuotes: true,
  proposedById: true,
} as const

const stateOf = (kept: string): HandoverState => (isHandoverState(kept) ? kept : 'discarded')

export interface FoundPrepared extends Prepared {
  state: HandoverState
  revision: number
  proposedById: string | null
}

/** What was prepared, for whoever proposes, looks at or seals it. */
export async function findPrepared(campaignId: number, id: number): Promise<FoundPrepared | null> {
  const row = await db().handover.findFirst({ where: { id, campaignId }, select: prepared })
  return row && { ...row, state: stateOf(row.state), plannedOn: dayRead(row.plannedOn) }
}

const dayOrNull = (kept: Date | null) => kept && dayRead(kept)

/** A pack as its page for the team shows it. */
export async function findForDesk(campaignId: number, id: number) {
  const row = await db().handover.findFirst({
    where: { id, campaignId },
    select: {
      ...prepared,
      sealedAt: true,
      confirmed: true,
      onPaper: true,
      organisations: true,
      zipHash: true,
      zipBytes: true,
      deliveredOn: true,
      deliveredHow: true,
      deliveredBy: true,
      dueOn: true,
      dueBasis: true,
      dueSourceFr: true,
      dueSourceEn: true,
      dueSourceUrl: true,
      answeredOn: true,
      answerUrl: true,
      answerFr: true,
      answerEn: true,
    },
  })
  if (!row) return null
  const proposers = row.proposedById === null ? null : await emailsOf([row.proposedById])
  return {
    ...row,
    /** Their address: whoever agrees has to know to whose words. */
    proposedBy: proposers?.get(row.proposedById ?? '') ?? null,
    state: stateOf(row.state),
    plannedOn: dayRead(row.plannedOn),
    deliveredOn: dayOrNull(row.deliveredOn),
    dueOn: dayOrNull(row.dueOn),
    answeredOn: dayOrNull(row.answeredOn),
    zipHash: row.zipHash && Buffer.from(row.zipHash).toString('hex'),
  }
}

export interface HandoverLine {
  id: number
  state: HandoverState
  plannedOn: string
  confirmed: number | null
}

/** Every pack of a campaign, the latest day first. */
export async function listForTeam(campaignId: number): Promise<HandoverLine[]> {
  const rows = await db().handover.findMany({
    where: { campaignId },
    orderBy: [{ plannedOn: 'desc' }, { id: 'desc' }],
    select: { id: true, state: true, plannedOn: true, confirmed: true },
  })
  return rows.map((row) => ({ ...row, state: stateOf(row.state), plannedOn: dayRead(row.plannedOn) }))
}

/** To whom a campaign is addressed, in a language. */
export async function findAddressee(campaignId: number, locale: Locale): Promise<string> {
  const row = await db().campaign.findUnique({ where: { id: campaignId }, select: { targetFr: true, targetEn: true } })
  return (locale === 'fr' ? row?.targetFr : row?.targetEn) ?? ''
}
