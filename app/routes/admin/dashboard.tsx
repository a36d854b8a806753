import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOpenDuties } from '#app/features/campaigns/queries/duties.server.ts'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { OpenDuties } from '#app/features/campaigns/ui/open-duties.tsx'
import { countOpenCases } from '#app/features/cases/queries/for-team.server.ts'
import { countOpenAlerts } from '#app/features/integrity/queries/alerts.server.ts'
import { countHeld } from '#app/features/integrity/queries/held.server.ts'
import { ChangedStates } from '#app/features/commitments/ui/changed-states.tsx'
import { DueAnswers } from '#app/features/handovers/ui/due-answers.tsx'
import { IntegrityAlerts } from '#app/features/integrity/ui/alerts.tsx'
import { listUnderWay } from '#app/features/mailings/queries.server.ts'
import { LockedNotice, MailAlarmNotices } from '#app/features/mailings/ui/mail-alarms.tsx'
import { SendingAlerts } from '#app/features/mailings/ui/health/sending-alerts.tsx'
import { WaitingMail } from '#app/features/mailings/ui/waiting-mail.tsx'
import { countWaitingOrganisations } from '#app/features/organisations/queries/for-team.server.ts'
import { countBatchesFor } from '#app/features/paper/queries/for-team.server.ts'
import { countToDo } from '#app/features/moderation/queries.server.ts'
import { countByState } from '#app/features/signatures/queries.server.ts'
import { campaignsToLookAt } from '#app/features/signatures/queries/recounts.server.ts'
import { CountAlerts } from '#app/features/signatures/ui/count-desk.tsx'
import { filesToday } from '#app/features/testimonies/queries/files-of-a-day.server.ts'
import { FilesOfADay } from '#app/features/testimonies/ui/files-of-a-day.tsx'
import { countToVerify } from '#app/features/sheets/queries/desk.server.ts'
import { TextsToVerify } from '#app/features/sheets/ui/texts-to-verify.tsx'
import { may } from '#app/features/staff/policy.ts'
import { countStaff } from '#app/features/staff/queries/team.server.ts'
import { CampaignsToday, MailingsToday, Waiting } from '#app/features/staff/ui/dashboard.tsx'
import { Agreements } from '#app/features/staff/ui/agreements.tsx'
import { SignIn } from '#app/features/staff/ui/sign-in.tsx'
import { privatePage } from '#app/http/answer.server.ts'
import { staffAtTheDoor } from '#app/http/require-staff.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'
import { countQuestions, findAgreements, findMail, findUntold } from './waiting.server.ts'

export const meta: MetaFunction<typeof loader> = (page) =>
  pageTitle(page.data ? 'staff.dashboard.title' : 'staff.signIn.title')(page)

/** The one page that greets both: those who are signed in find their work, the others how to enter. */
export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await staffAtTheDoor({ context })
  if (!actor) return data(null, { status: 401, headers: privatePage })
  const campaigns = await listForStaff(actor.locale, context.now)
  const counted = may(actor, 'analyse') || may(actor, 'campaign')
  const [signatures, testimonies, cases, organisations, paper, team, mailings, duties, wrong, alerts, held, files] =
    await Promise.all([
      counted ? Promise.all(campaigns.map(({ id }) => countByState(id))) : null,
      may(actor, 'moderate') ? countToDo(actor, context.now) : null,
      may(actor, 'moderate') ? countOpenCases(context.now) : null,
      may(actor, 'campaign') ? countWaitingOrganisations() : null,
      may(actor, 'campaign') ? countBatchesFor(actor) : null,
      may(actor, 'manage-team') ? countStaff() : null,
      may(actor, 'mail') ? listUnderWay(actor.locale) : [],
      may(actor, 'campaign') ? listOpenDuties(actor.locale) : [],
      may(actor, 'campaign') ? campaignsToLookAt() : Promise.resolve<number[]>([]),
      may(actor, 'integrity') ? countOpenAlerts() : 0,
      may(actor, 'integrity') ? countHeld() : null,
      may(actor, 'moderate') ? filesToday(context.now) : null,
    ])
  const shown = campaigns.map(({ id, slug, title, today, state, demonstration }, place) => ({
    id,
    slug,
    title,
    today,
    demonstration,
    isPublic: state !== 'draft',
    signatures: signatures?.[place] ?? null,
  }))
  const { mailToAgree, ...ofTheMail } = await findMail(actor, context.now)
  const questions = await countQuestions(actor, context.now)
  const waiting = { testimonies, cases, questions, held, organisations, paper, team }
  return data(
    {
      campaigns: shown,
      waiting,
      mailings,
      ...ofTheMail,
      agreements: { ...(await findAgreements(actor)), mail: mailToAgree },
      untold: await findUntold(actor, context.now),
      mayUnlock: may(actor, 'manage-team'),
      duties,
      miscounted: shown.filter(({ id }) => wrong.includes(id)),
      alerts,
      files,
      toVerify: may(actor, 'campaign') ? await countToVerify(parisDay(context.now)) : null,
    },
    { headers: privatePage },
  )
}

export default function Dashboard() {
  const found = useLoaderData<typeof loader>()
  const t = useT()
  if (!found) return <SignIn />
  return (
    <>
      <Toolbar title={t('staff.dashboard.title')} detail={t('staff.dashboard.hello')} />
      <SendingAlerts alerts={found.sending} more />
      <CountAlerts campaigns={found.miscounted} />
      {found.mail && <LockedNotice reason={found.mail.lock} mayUnlock={found.mayUnlock} />}
      {found.mail && <MailAlarmNotices {...found.mail} />}
      {found.files && <FilesOfADay day={found.files} />}
      <IntegrityAlerts count={found.alerts} />
      <TextsToVerify counts={found.toVerify} />
      <Waiting {...found.waiting} />
      <Agreements {...found.agreements} />
      <DueAnswers due={found.untold.due} />
      <ChangedStates changed={found.untold.changed} />
      <WaitingMail waiting={found.waitingMail} />
      <OpenDuties duties={found.duties} />
      <MailingsToday mailings={found.mailings} />
      <CampaignsToday campaigns={found.campaigns} />
    </>
  )
}
