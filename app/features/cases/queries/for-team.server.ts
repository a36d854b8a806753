import { z } from 'zod'
import type { Actor } from '#app/features/staff/policy.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { plainBars } from '#app/features/testimonies/rules.ts'
import { dayKept, dayRead, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { onTheSite, siteColumns, type OnTheSite } from '../on-the-site.ts'
import { longestReply, noticeLateAfter, onTheClock, openStates, type OnTheClock } from '../rules.ts'
import {
  decisions,
  reasons,
  type CaseFilter,
  type CaseKind,
  type CaseState,
  type Decision,
  type Reason,
} from '../schema.ts'
import {
  openCaseKey,
  openRequest,
  sealedReply,
  sealedWords,
  type CaseRequest,
  type ProposedReply,
} from '../sealed-case.server.ts'

const listed = {
  id: true,
  kind: true,
  state: true,
  receivedOn: true,
  dueOn: true,
  decision: true,
  proposedById: true,
  testimony: { select: { ...siteColumns, campaign: { select: { slug: true } } } },
} as const

/** A case in the list. */
export interface QueuedCase {
  id: string
  kind: CaseKind
  state: CaseState
  /** As anyone reads it; `null`: not on the site. */
  title: string | null
  slug: string
  receivedOn: string
  due: string | null
  clock: OnTheClock
  decision: Decision | null
  proposedBy: 'nobody' | 'me' | 'another'
}

const decisionOf = (kept: string | null) => decisions.find((one) => one === kept) ?? null
const proposedBy = (id: string | null, actor: Pick<Actor, 'id'>) =>
  id === null ? 'nobody' : id === actor.id ? 'me' : 'another'

/** A sentence alone stands for itself. */
const titleOf = (standing: OnTheSite | null) => standing && plainBars(standing.title || standing.text)

const statesOf: Record<CaseFilter, CaseState[]> = { open: openStates, closed: ['refused', 'done'] }
const shown = 200

interface Looking {
  actor: Pick<Actor, 'id'>
  now: Date
}

/** Each kind has its own room in the list: a flood of one does not push the other out. */
async function openRows() {
  const find = (kind: CaseKind) =>
    apart().caseFile.findMany({
      where: { kind, state: { in: statesOf.open } },
      select: listed,
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { receivedOn: 'asc' }, { id: 'asc' }],
      take: shown,
    })
  const [replies, reports] = await Promise.all([find('reply'), find('report')])
  return [...replies, ...reports]
}

const closedRows = () =>
  apart().caseFile.findMany({
    where: { state: { in: statesOf.closed } },
    select: listed,
    orderBy: [{ decidedOn: 'desc' }, { id: 'asc' }],
    take: shown,
  })

/** The cases: open ones with a last day first, the nearest on top, then the others by age. */
export async function listCases(filter: CaseFilter, { actor, now }: Looking): Promise<QueuedCase[]> {
  const rows = await (filter === 'open' ? openRows() : closedRows())
  const today = parisDay(now)
  return rows.map(({ id, kind, state, testimony, ...row }) => {
    const receivedOn = dayRead(row.receivedOn)
    const due = row.dueOn && dayRead(row.dueOn)
    return {
      id,
      kind,
      state,
      title: titleOf(onTheSite(testimony)),
      slug: testimony.campaign.slug,
      receivedOn,
      due,
      clock: onTheClock({ receivedOn, due }, today),
      decision: decisionOf(row.decision),
      proposedBy: proposedBy(row.proposedById, actor),
    }
  })
}

/** How many cases are open, and how many of them cannot wait beyond tomorrow: due by then, or a notice that has been open for days. */
export async function countOpenCases(now: Date): Promise<{ open: number; pressing: number }> {
  const today = parisDay(now)
  const state = { in: openStates }
  const [open, pressing] = await Promise.all([
    apart().caseFile.count({ where: { state } }),
    apart().caseFile.count({
      where: {
        state,
        OR: [
          { dueOn: { lte: dayKept(plusDays(today, 1)) } },
          { dueOn: null, receivedOn: { lte: dayKept(plusDays(today, -noticeLateAfter)) } },
        ],
      },
    }),
  ])
  return { open, pressing }
}

export type ForDesk = QueuedCase & {
  testimonyId: string
  locale: string
  revision: number
  /** What is on the site now; `null`: nothing is. */
  published: (OnTheSite & { locale: string; longestReply: number }) | null
  /** `null`: this session opens nothing, or its time is over. */
  request: CaseRequest | null
  proposed: ProposedReply | null
  reason: Reason | null
  words: string | null
  decidedOn: string | null
}

interface Opening extends Looking {
  id: string
  keyring: TeamKeyring | null
}

/** One case, opened with what the session of a moderator holds. @throws SealBroken */
export async function findCase({ id, actor, keyring, now }: Opening): Promise<ForDesk | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await apart().caseFile.findUnique({
    where: { id },
    select: {
      ...listed,
      testimonyId: true,
      locale: true,
      revision: true,
      forTeam: true,
      sealedRequest: true,
      sealedPassages: true,
      sealedReply: true,
      sealedWords: true,
      reason: true,
      decidedOn: true,
      testimony: { select: { ...listed.testimony.select, locale: true } },
    },
  })
  if (!row) return null
  const { kind, state, testimonyId, locale, revision, testimony } = row
  const key = keyring && row.forTeam && openCaseKey(keyring, id, row.forTeam)
  const receivedOn = dayRead(row.receivedOn)
  const due = row.dueOn && dayRead(row.dueOn)
  const standing = onTheSite(testimony)
  return {
    id,
    kind,
    state,
    testimonyId,
    locale,
    revision,
    title: titleOf(standing),
    slug: testimony.campaign.slug,
    receivedOn,
    due,
    clock: onTheClock({ receivedOn, due }, parisDay(now)),
    published: standing && { ...standing, locale: testimony.locale, longestReply: longestReply(standing) },
    decision: decisionOf(row.decision),
    proposedBy: proposedBy(row.proposedById, actor),
    request: key && openRequest(key, id, row),
    proposed: key && row.sealedReply && sealedReply.open(key, id, row.sealedReply),
    reason: reasons.find((one) => one === row.reason) ?? null,
    words: key && row.sealedWords && sealedWords.open(key, id, row.sealedWords).text,
    decidedOn: row.decidedOn && dayRead(row.decidedOn),
  }
}
