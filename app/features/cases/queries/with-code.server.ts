import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayRead } from '#app/i18n/calendar.ts'
import { readReceipt } from '#app/infra/vault/receipt-code.ts'
import { codeHash } from '../code-hash.server.ts'
import { onTheSite, siteColumns } from '../on-the-site.ts'
import { shownState } from '../rules.ts'
import { decisions, reasons, type CaseKind, type Decision, type Reason, type ShownState } from '../schema.ts'
import { openCaseKeyWithCode, openRequest, sealedWords, type CaseRequest } from '../sealed-case.server.ts'

/** A case as whoever opened it sees it. */
export interface CaseOfMine {
  kind: CaseKind
  state: ShownState
  testimonyId: string
  slug: string
  /** What it is about stands on a page of its own, or did. */
  hasPage: boolean
  receivedOn: string
  dueOn: string | null
  decidedOn: string | null
  decision: Decision | null
  reason: Reason | null
  /** `null`: its time is over, and nothing is left of it. */
  request: CaseRequest | null
  words: string | null
}

const day = (kept: Date | null) => kept && dayRead(kept)

/** The case whose code somebody typed, opened with it. Unknown codes and slips of the hand look alike: `null`. Nothing of the visit is kept. */
export async function findCaseByCode(typed: string): Promise<CaseOfMine | null> {
  const code = readReceipt(typed)
  if (code === null) return null
  const row = await apart().caseFile.findUnique({
    where: { codeHash: codeHash(code) },
    select: {
      id: true,
      kind: true,
      state: true,
      testimonyId: true,
      receivedOn: true,
      dueOn: true,
      decidedOn: true,
      decision: true,
      reason: true,
      forCode: true,
      sealedRequest: true,
      sealedPassages: true,
      sealedWords: true,
      testimony: { select: { ...siteColumns, campaign: { select: { slug: true } } } },
    },
  })
  if (!row) return null
  const key = row.forCode && openCaseKeyWithCode(code, row.id, row.forCode)
  return {
    kind: row.kind,
    state: shownState(row.state),
    testimonyId: row.testimonyId,
    slug: row.testimony.campaign.slug,
    hasPage: onTheSite(row.testimony)?.hasPage ?? true,
    receivedOn: dayRead(row.receivedOn),
    dueOn: day(row.dueOn),
    decidedOn: day(row.decidedOn),
    decision: decisions.find((one) => one === row.decision) ?? null,
    reason: reasons.find((one) => one === row.reason) ?? null,
    request: key && openRequest(key, row.id, row),
    words: key && row.sealedWords && sealedWords.open(key, row.id, row.sealedWords).text,
  }
}
