import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setAudience } from '#app/features/mailings/commands/set-audience.server.ts'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import { wordsOfAudience } from '#app/features/mailings/queries/audience-words.server.ts'
import {
  hasOrganisations,
  listEarlier,
  lookAtAudience,
  namesKnownUpdate,
} from '#app/features/mailings/queries/audience.server.ts'
import { audienceForm, audienceOf, everyone, typedOf } from '#app/features/mailings/rules/audience.ts'
import { AudienceEditor } from '#app/features/mailings/ui/audience-page.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.audience.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'mail')
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  // Who received what was sent already is said on its own page.
  if (mailing.state !== 'draft') throw seeOther(`/admin/mailings/${mailing.id}`)
  const { id, campaign, audience, texts } = mailing
  const [words, counted, earlier, organisations] = await Promise.all([
    wordsOfAudience(mailing, locale),
    lookAtAudience(campaign.id, audience, context.now),
    listEarlier(campaign.id, { but: id, locale }),
    hasOrganisations(campaign.id),
  ])
  return {
    id,
    subject: texts[locale].subject,
    unreadable: mailing.audienceUnreadable,
    kept: typedOf(mailing.audienceUnreadable ? everyone : audience),
    seen: mailing.audienceUnreadable ? null : { words, counted },
    earlier,
    organisations,
  }
}

const unknownUpdate = { update: 'mailings.audience.errors.update' } as const

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const form = await parseForm(request, { schema: audienceForm, lists: ['departments', 'languages'] })
  if (!form.ok) return invalid(form)
  const mailing = await findMailing(params.id)
  if (!mailing) throw refuse(404)
  const audience = audienceOf(form.value)
  if (form.value.intent === 'keep') {
    const { outcome } = await setAudience({ actor, id: mailing.id, audience, now: context.now })
    if (outcome === 'kept') return seeOther(`/admin/mailings/${mailing.id}#start`)
    if (outcome === 'update-unknown') return invalid({ values: form.values, errors: unknownUpdate })
    return invalid({ values: form.values, errors: { form: 'mailings.audience.errors.tooLate' } })
  }
  if (!(await namesKnownUpdate(audience, mailing.campaign.id)))
    return invalid({ values: form.values, errors: unknownUpdate })
  const [words, counted] = await Promise.all([
    wordsOfAudience({ id: mailing.id, campaign: mailing.campaign, audience }, actor.locale),
    lookAtAudience(mailing.campaign.id, audience, context.now),
  ])
  return data({ values: form.values, seen: { words, counted } }, { headers: privatePage })
}

export default function MailingAudience() {
  const { id, subject, unreadable, kept, seen, earlier, organisations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const errors = answer && 'errors' in answer ? answer.errors : {}
  const looked = answer && 'seen' in answer ? answer.seen : null
  const given = { values: answer ? answer.values : kept, errors }
  return (
    <>
      <Toolbar title={t('mailings.audience.title')} detail={subject} />
      {unreadable && (
        <Notice kind="warn" title={t('mailings.draft.unreadable')}>
          <p>{t('mailings.draft.chooseAnew')}</p>
        </Notice>
      )}
      {looked && <Notice role="status" title={t('mailings.audience.onlyCounted')} />}
      <AudienceEditor
        id={id}
        given={given}
        seen={looked ?? (answer ? null : seen)}
        pressed={answer}
        earlier={earlier}
        hasOrganisations={organisations}
      />
    </>
  )
}
