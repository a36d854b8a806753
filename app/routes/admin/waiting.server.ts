import { countWaitingOrganisations } from '#app/features/organisations/queries/for-team.server.ts'
import { countBatchesFor } from '#app/features/paper/queries/for-team.server.ts'
import { countReplyRequests } from '#app/features/claims/queries/replies-for-team.server.ts'
import { countOpenCases } from '#app/features/cases/queries/for-team.server.ts'
import { countExportsFor } from '#app/features/exports/queries/exports.server.ts'
import { listPacksFor } from '#app/features/handovers/queries/waiting.server.ts'
import { listImportsFor } from '#app/features/imports/queries/waiting.server.ts'
import { countOpenAlerts } from '#app/features/integrity/queries/alerts.server.ts'
import { listWaiting } from '#app/features/mailings/queries/waiting.server.ts'
import { countToDo } from '#app/features/moderation/queries.server.ts'
import { countGivenUp } from '#app/features/partners/queries/webhooks.server.ts'
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

/** How much waits behind each door, for those it opens to. Zero is not shown. */
export async function waitingCounts(
  actor: Pick<Actor, 'id' | 'role' | 'locale'>,
  now: Date,
): Promise<Partial<Record<AdminHref, number>>> {
  const [testimonies, cases, [organisations, paper], alerts, mail, agreements, toVerify] = await Promise.all([
    may(actor, 'moderate') ? countToDo(actor, now) : 0,
    may(actor, 'moderate') ? countOpenCases(now) : null,
    may(actor, 'campaign') ? Promise.all([countWaitingOrganisations(), countBatchesFor(actor)]) : [0, 0],
    may(actor, 'integrity') ? countOpenAlerts() : 0,
    may(actor, 'mail') ? listWaiting(actor, now) : [],
    findAgreements(actor),
    may(actor, 'campaign') ? countToVerify(parisDay(now)) : null,
  ])
  const replies = may(actor, 'campaign') ? await countReplyRequests(now) : null
  const yours = mail.filter(({ forYou }) => forYou)
  const addressees = yours.filter(({ wait }) => wait === 'addressee' || wait === 'addressee-stopped')
  return {
    '/admin/testimonies': testimonies,
    '/admin/cases': cases?.open,
    '/admin/organisations': organisations,
    '/admin/paper': paper,
    '/admin/signatures': alerts,
    '/admin/mailings': yours.length - addressees.length,
    '/admin/campaigns': addressees.length + agreements.packs.length,
    '/admin/sheets': (toVerify ? toVerify.expired + toVerify.soon : 0) + (replies?.open ?? 0),
    '/admin/imports': agreements.imports.length,
    '/admin/exports': agreements.exports,
    '/admin/settings': may(actor, 'manage-team') ? await countGivenUp() : 0,
  }
}
