import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { moveEntry } from '#app/features/questions/commands/move-entry.server.ts'
import { listEntries } from '#app/features/questions/queries/entries.server.ts'
import { moveForm } from '#app/features/questions/schema.ts'
import { EntryList } from '#app/features/questions/ui/entry-list.tsx'
import { listDone } from '#app/features/questions/ui/outcomes.ts'
import { refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('questions.entries.title')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, entries] = await Promise.all([
    findText(campaign.id, locale),
    listEntries(campaign.id, locale, parisDay(context.now)),
  ])
  return { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug), entries }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const form = await parseForm(request, { schema: moveForm })
  if (!form.ok) throw refuse(400)
  await moveEntry({ actor, campaignId: campaign.id, ...form.value }, context.now)
  return seeOther(`/admin/campaigns/${campaign.slug}/questions`)
}

export default function CampaignQuestions() {
  const { slug, title, entries } = useLoaderData<typeof loader>()
  const t = useT()
  const [search] = useSearchParams()
  const done = listDone.find((step) => step === search.get('done'))
  return (
    <>
      <DeskTop {...{ slug, title }} tab="questions" detail={t('questions.entries.detail')} />
      {done && <Notice kind="success" role="status" title={t(`questions.entries.done.${done}`)} />}
      <Actions>
        <ButtonLink href={`/admin/campaigns/${slug}/questions/new`}>{t('questions.entries.new')}</ButtonLink>
      </Actions>
      <EntryList slug={slug} entries={entries} />
    </>
  )
}
