import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { lookAtAddressee } from '#app/features/mailings/addressee-look.server.ts'
import { actOnDrip } from '#app/features/mailings/drip-desk.server.ts'
import { findDrip, findDripHistory } from '#app/features/mailings/queries/drip.server.ts'
import { dripForm } from '#app/features/mailings/rules/drip.ts'
import { AddresseeForm } from '#app/features/mailings/ui/addressee-form.tsx'
import { AddresseeHistory } from '#app/features/mailings/ui/addressee-history.tsx'
import { AddresseeLetters } from '#app/features/mailings/ui/addressee-look.tsx'
import { AddresseeStanding } from '#app/features/mailings/ui/addressee-standing.tsx'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('campaigns.desk.tabs.addressee')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { id, locale } = await requireStaff({ request, context }, 'mail')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, drip] = await Promise.all([findText(campaign.id, locale), findDrip(campaign.id)])
  const top = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  if (!drip) return { ...top, drip: null, history: null, look: null }
  const { state, revision, tested, settings, stoppedBecause } = drip
  return {
    ...top,
    drip: { state, revision, tested, settings, stoppedBecause, isMine: drip.proposedById === id },
    history: await findDripHistory(campaign.id, drip, context.now),
    look: await lookAtAddressee(campaign.id, settings),
  }
}

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const form = await parseForm(request, { schema: dripForm })
  if (!form.ok) return invalid(form)
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  if (form.value.intent === 'preview') {
    const look = await lookAtAddressee(campaign.id, form.value)
    return data({ look, values: form.values }, { headers: privatePage })
  }
  const said = await actOnDrip(form.value, { actor, campaignId: campaign.id, now: context.now })
  // What was typed and not taken stays in the form.
  const typed = said.outcome === 'refused' && form.value.intent === 'save' ? form.values : {}
  return data({ said, values: typed }, { status: said.outcome === 'done' ? 200 : 409, headers: privatePage })
}

export default function CampaignAddressee() {
  const { slug, title, drip, history, look: kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  const said = answer && 'said' in answer ? answer.said : undefined
  const agreeing = refused?.errors.understood !== undefined
  const isOpen = drip?.state !== 'running'
  const looked = answer && 'look' in answer ? answer.look : undefined
  const typed = answer && !refused && 'to' in answer.values ? { values: answer.values, errors: {} } : undefined
  const look = looked ?? kept
  return (
    <>
      <DeskTop {...{ slug, title }} tab="addressee" detail={t('mailings.addressee.detail')} />
      {said && (
        <Notice kind={said.outcome === 'done' ? 'success' : 'warn'} role="status">
          <p>{t(said.key, said.values)}</p>
        </Notice>
      )}
      <AddresseeStanding drip={drip} history={history} refused={agreeing ? refused : undefined} />
      {history && <AddresseeHistory history={history} />}
      {isOpen && (
        <Section id="settings" title={t('mailings.addressee.settings')} intro={t('mailings.addressee.settingsIntro')}>
          <AddresseeForm
            key={drip?.revision ?? 0}
            settings={drip?.settings ?? null}
            refused={agreeing ? undefined : (refused ?? typed)}
          />
        </Section>
      )}
      {look && <AddresseeLetters look={look} kept={looked || !drip ? null : { slug, revision: drip.revision }} />}
    </>
  )
}
