import { randomUUID } from 'node:crypto'
import { lengthFault, mayAskForReply } from '#app/features/campaigns/rules/right-of-reply.ts'
import { findTeamKey } from '#app/features/staff/queries/team-key.server.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import type { Contestable } from '#app/features/testimonies/queries/published.server.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { newReceipt } from '#app/infra/vault/receipt.server.ts'
import { codeHash } from '../code-hash.server.ts'
import { dueOn, longestReply } from '../rules.ts'
import type { ReplyForm, ReportForm } from '../schema.ts'
import { makeCaseKey, sealRequest, type CaseRequest } from '../sealed-case.server.ts'

/** A value for one form. It says nothing of time or of who asked. */
export const newCaseFormId = (): string => randomUUID()

interface About {
  testimony: Pick<Contestable, 'id' | 'title' | 'text' | 'publishedOn'>
  locale: Locale
  now: Date
}

type Opened = { outcome: 'opened'; code: string; dueOn: string | null } | { outcome: 'already-opened' }

/**
 * Opens a case with its clock, sealed. What was written and who wrote it is opened by the team's private key and by the code that
 * is handed over once, and by nothing that this process keeps. A form sent twice opens one case.
 */
async function openCase(request: CaseRequest, once: string | undefined, { testimony, locale, now }: About) {
  const id = once ?? randomUUID()
  const code = newReceipt()
  const team = await findTeamKey()
  if (!team) throw new Error('there is no team key: the product was not started')
  const { key, forTeam, forCode } = makeCaseKey({ id, team, code })
  const today = parisDay(now)
  const due = dueOn(request.kind, today)
  const row = {
    id,
    testimonyId: testimony.id,
    kind: request.kind,
    locale,
    codeHash: codeHash(code),
    forTeam,
    forCode,
    ...sealRequest(key, id, request),
    receivedOn: dayKept(today),
    dueOn: due === null ? null : dayKept(due),
  }
  return apart().$transaction(async (tx): Promise<Opened> => {
    const { count } = await tx.caseFile.createMany({ data: row, skipDuplicates: true })
    if (count === 0) return { outcome: 'already-opened' }
    const detail = { kind: request.kind, testimony: testimony.id, due }
    await appendAudit(tx, { actor: null, action: 'case.received', subject: `case:${id}`, detail }, now)
    return { outcome: 'opened', code, dueOn: due }
  })
}

/** Keeps a notice about a testimony that is on the site. */
export function openReport(form: ReportForm, about: About): Promise<Opened> {
  const { once, ground, reason, passages, name, email } = form
  return openCase({ kind: 'report', ground, reason, passages, name, email }, once, about)
}

type AskOutcome = Opened | { outcome: 'too-late' } | { outcome: 'too-long' } | { outcome: 'too-many-lines' }

/** Keeps a right of reply, if it comes in time and is no longer than what it answers. */
export async function askForReply(form: ReplyForm, about: About): Promise<AskOutcome> {
  const { once, entitled: _, orRemoved, ...asked } = form
  if (!mayAskForReply(about.testimony.publishedOn, parisDay(about.now))) return { outcome: 'too-late' }
  const fault = lengthFault(form.reply, longestReply(about.testimony))
  if (fault) return { outcome: fault }
  return openCase({ kind: 'reply', ...asked, orRemoved: orRemoved === 'on' }, once, about)
}
