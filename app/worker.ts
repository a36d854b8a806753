import { markReachedGoals, watchGoals } from './features/campaigns/jobs.server.ts'
import { forgetRequestsNightly } from './features/claims/jobs.server.ts'
import { runDeliveries } from './features/mailings/jobs.server.ts'
import { pauseLate } from './features/mailings/commands/pause-late.server.ts'
import { sendingGate } from './features/mailings/jobs/place.server.ts'
import { forgetAllowances } from './features/mailings/jobs/forget-allowances.server.ts'
import { forgetReturns, keepReturns } from './features/mailings/jobs/keep-returns.server.ts'
import { freezeAudiences } from './features/mailings/jobs/freeze-audiences.server.ts'
import { startScheduled } from './features/mailings/jobs/start-scheduled.server.ts'
import { writeToAddressees } from './features/mailings/jobs/write-to-addressees.server.ts'
import { checkSenderNightly } from './features/mailings/jobs/check-sender-nightly.server.ts'
import { watchSending } from './features/mailings/jobs/watch-sending.server.ts'
import { readReturns } from './features/mailings/jobs/read-returns.server.ts'
import { askYearly } from './features/mailings/jobs/ask-yearly.server.ts'
import { forgetOrganisations } from './features/organisations/jobs.server.ts'
import { forgetOldSessions } from './features/staff/jobs.server.ts'
import {
  countSignedTexts,
  forgetOldDeliveries,
  forgetWhoLeft,
  recountNightly,
} from './features/signatures/jobs.server.ts'
import { countAskedHourly } from './features/signatures/jobs/count-asked.server.ts'
import { expireUnconfirmed } from './features/signatures/jobs/expire-unconfirmed.server.ts'
import { forgetSpentChallenges } from './features/signatures/jobs/forget-challenges.server.ts'
import { remindUnconfirmed } from './features/signatures/jobs/remind-unconfirmed.server.ts'
import { continueInvalidations, watchSignatures } from './features/integrity/jobs.server.ts'
import { mayWriteToTeam, writeToTeam } from './features/mailings/commands/write-to-team.server.ts'
import { tellOfTexts } from './features/sheets/jobs.server.ts'
import { sheetForms } from './routes/admin/sheet-forms.ts'
import { forgetTakenWords, remindOfAnswers } from './features/handovers/jobs.server.ts'
import { forgetNetworks } from './features/integrity/jobs/forget-networks.server.ts'
import { followInvalidations } from './features/integrity/jobs/run-invalidations.server.ts'
import { mixOrderNightly } from './features/testimonies/jobs/mix-order-nightly.server.ts'
import { forgetFilesOfYesterday } from './features/testimonies/jobs/forget-files-of-a-day.server.ts'
import { releaseWeeklyStatistics } from './features/testimonies/jobs/release-statistics.server.ts'
import { forgetPartnerRequests } from './features/partners/jobs.server.ts'
import { forgetBarometerForms, publishBarometers } from './features/remedies/jobs/publish-barometer.server.ts'
import { runWebhooks } from './features/partners/jobs/deliver-webhooks.server.ts'
import { forgetWebhookTries, tellWebhooksEveryMinute } from './features/partners/jobs/tell-webhooks.server.ts'
import { takeAwayNightly } from './features/privacy/jobs.server.ts'
import { followNumbers, releaseNumbers, thinReleases } from './features/numbers/jobs.server.ts'
import { config } from './infra/config.server.ts'
import {
  askImported,
  continueImports,
  followImported,
  followImports,
  forgetImportFiles,
} from './features/imports/jobs.server.ts'
import { openSigningThreads } from './infra/mail/signing-threads.server.ts'
import { followExports, takeExportsAway } from './features/exports/jobs.server.ts'
import { followLog, keepLog, thinHeads } from './features/proof/jobs.server.ts'
import { log } from './infra/log/log.server.ts'
import { openTimetable, type Timetable } from './infra/queue/timetable.server.ts'

/** THE TIMETABLE: everything that happens by itself. */
export const jobs = [
  markReachedGoals,
  forgetRequestsNightly,
  remindUnconfirmed,
  expireUnconfirmed,
  forgetOldDeliveries,
  forgetWhoLeft,
  forgetOrganisations,
  forgetAllowances,
  keepReturns,
  readReturns,
  forgetReturns,
  startScheduled,
  freezeAudiences,
  askYearly,
  watchSending,
  checkSenderNightly,
  forgetOldSessions,
  forgetSpentChallenges,
  recountNightly,
  countSignedTexts,
  watchSignatures,
  continueInvalidations,
  forgetNetworks,
  releaseWeeklyStatistics,
  forgetFilesOfYesterday,
  publishBarometers,
  forgetBarometerForms,
  mixOrderNightly,
  takeAwayNightly,
  writeToAddressees,
  keepLog,
  thinHeads,
  countAskedHourly,
  releaseNumbers,
  thinReleases,
  forgetTakenWords,
  remindOfAnswers,
  takeExportsAway,
  continueImports,
  askImported,
  followImported,
  forgetImportFiles,
  forgetPartnerRequests,
  tellWebhooksEveryMinute,
  forgetWebhookTries,
  tellOfTexts({ forms: sheetForms, mayWrite: mayWriteToTeam, write: writeToTeam }),
]

export interface Worker {
  /** Lets what is under way end, gives back what it had claimed. */
  close: () => Promise<void>
}

/** Starts the schedules (graphile-worker) and the delivery of mail (our own leased rows). */
export async function openWorker(): Promise<Worker> {
  const stopping = new AbortController()
  const timetable: Timetable = await openTimetable(jobs)
  for (const id of await pauseLate()) log.error('a mailing was paused: it is late', { job: 'deliver', id })
  const signing = openSigningThreads(config().dkim?.privateKey)
  const maySend = sendingGate()
  const deliveries = runDeliveries({ signal: stopping.signal, maySend })
  const goals = watchGoals()
  const proofs = followLog()
  const numbers = followNumbers()
  const rules = followInvalidations(stopping.signal)
  const files = followExports(stopping.signal)
  const imports = followImports(stopping.signal)
  const webhooks = runWebhooks({ signal: stopping.signal, maySend })
  return {
    async close() {
      stopping.abort()
      await Promise.all([
        timetable.close(),
        goals.stop(),
        proofs.stop(),
        numbers.stop(),
        rules.stop(),
        files.stop(),
        imports.stop(),
        deliveries,
        webhooks,
      ])
      await signing.close()
    },
  }
}
