import { countWaitingOrganisations } from '#app/features/organisations/queries/for-team.server.ts'
import { countBatchesFor } from '#app/features/paper/queries/for-team.server.ts'
import { countReplyRequests } from '#app/features/claims/queries/replies-for-team.server.ts'
import { countOpenCases } from '#app/features/cases/queries/for-team.server.ts'
import { countExportsFor } from '#app/features/exports/queries/exports.server.ts'
import { listUntoldChanges } from '#app/features/commitments/queries/changes.server.ts'
import { listDue } from '#app/features/handovers/queries/due.server.ts'
import { listPacksFor } from '#app/features/handovers/queries/waiting.server.ts'
import { listImportsFor } from '#app/features/imports/queries/waiting.server.ts'
import { countOpenAlerts } from '#app/features/integrity/queries/alerts.server.ts'
import { findMailAlarms } from '#app/features/mailings/queries/alarms.server.ts'
import { listSendingAlerts } from '#app/features/mailings/queries/sending-health.server.ts'
import { listWaiting } from '#app/features/mailings/queries/waiting.server.ts'
import { countToDo } from '#app/features/moderation/queries.server.ts'
import { countGivenUp } from '#app/features/partners/queries/webhooks.server.ts'
import { countEntriesToDo } from '#app/features/questions/queries/entries.server.ts'
import { countWaitingQuestions } from '#app/features/questions/queries/for-team.server.ts'
import { countToVerify } from '#app/features/sheets/queries/desk.server.ts'
import type { AdminHref } from '#app/features/staff/navigation.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { parisDay } from '#app/i18n/format.ts'

/** What waits for the yes of a second person, outside of the mail, and may have it of this one. */
export async function findAgreements(actor: Pick<Actor, 'id' | 'role'>) {
  const [packs, imports, exports] = await Promise.all([
    may(actor, 'campaign') ? listPacksFor(actor.id) : [],
    may(actor, 'campaign') ? listImportsFor(actor.id) : [],
    countExportsFor(actor),
  ])
  return { packs, imports, exports }
}

/** What of the mail stands in the way or waits, and how much of it for the yes of this person. */
export async function findMail(actor: Pick<Actor, 'id' | 'role' | 'locale'>, now: Date) {
  if (!may(actor, 'mail')) return { mail: null, waitingMail: [], sending: [], mailToAgree: 0 }
  const [mail, waitingMail, sending] = await Promise.all([
    findMailAlarms(actor.locale),
    listWaiting(actor, now),
    listSendingAlerts(),
  ])
  const toAgree = waitingMail.filter(({ wait, forYou }) => forYou && (wait === 'approval' || wait === 'addressee'))
  return { mail, waitingMail, sending, mailToAgree: toAgree.length }
}

/** Deliveries whose answer is due, has not come, or was announced to nobody, and promises whose new state was. */
export async function findUntold(actor: Pick<Actor, 'role'>, now: Date) {
  if (!may(actor, 'campaign')) return { due: [], changed: [] }
  const [due, changed] = await Promise.all([listDue(parisDay(now)), listUntoldChanges()])
  return { due, changed }
}

/** Questions that wait for an answer, and answers that wait for a campaigner, as far as they are this person's. */
export async function countQuestions(actor: Pick<Actor, 'role'>, now: Date) {
  const [waiting, entries] = await Promise.all([
    may(actor, 'moderate') ? countWaitingQuestions() : null,
    may(actor, 'campaign') ? countEntriesToDo(parisDay(now)) : null,
  ])
  return { waiting, entries }
}

/** What is asked about what is published: of those who moderate, and of those who campaign. */
export const countRequests = async (actor: Pick<Actor, 'role'>, now: Date) => ({
  cases: may(actor, 'moderate') ? await countOpenCases(now) : null,
  answers: may(actor, 'campaign') ? await countReplyRequests(now) : null,
})

/** How much waits behind each door, for those it opens to. Zero is not shown. */
export async function waitingCounts(
  actor: Pick<Actor, 'id' | 'role' | 'locale'>,
  now: Date,
): Promise<Partial<Record<AdminHref, number>>> {
  const [testimonies, cases, [organisations, paper], alerts, mail, agreements, toVerify, questions, untold] =
    await Promise.all([
      may(actor, 'moderate') ? countToDo(actor, now) : 0,
      may(actor, 'moderate') ? countOpenCases(now) : null,
      may(actor, 'campaign') ? Promise.all([countWaitingOrganisations(), countBatchesFor(actor)]) : [0, 0],
      may(actor, 'integrity') ? countOpenAlerts() : 0,
      may(actor, 'mail') ? listWaiting(actor, now) : [],
      findAgreements(actor),
      may(actor, 'campaign') ? countToVerify(parisDay(now)) : null,
      countQuestions(actor, now),
      findUntold(actor, now),
    ])
  const unsaid = untold.due.length + untold.changed.length
  const { proposed, overdue, soon } = questions.entries ?? { proposed: 0, overdue: 0, soon: 0 }
  const replies = may(actor, 'campaign') ? await countReplyRequests(now) : null
  const yours = mail.filter(({ forYou }) => forYou)
  const addressees = yours.filter(({ wait }) => wait === 'addressee' || wait === 'addressee-stopped')
  return {
    '/admin/testimonies': testimonies,
    '/admin/cases': cases?.open,
    '/admin/questions': questions.waiting ?? 0,
    '/admin/organisations': organisations,
    '/admin/paper': paper,
    '/admin/signatures': alerts,
    '/admin/mailings': yours.length - addressees.length,
    '/admin/campaigns': addressees.length + agreements.packs.length + proposed + overdue + soon + unsaid,
    '/admin/sheets': (toVerify ? toVerify.expired + toVerify.soon : 0) + (replies?.open ?? 0),
    '/admin/imports': agreements.imports.length,
    '/admin/exports': agreements.exports,
    '/admin/settings': may(actor, 'manage-team') ? await countGivenUp() : 0,
  }
}
