import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import workScript from 'virtual:enhance/work'
import { findCampaignPage } from '#app/features/campaigns/queries/campaign-page.server.ts'
import { isOpen, nextGoal, plainTitle } from '#app/features/campaigns/rules.ts'
import { CampaignTimeline, Claims, PetitionText, Questions } from '#app/features/campaigns/ui/campaign-sections.tsx'
import { GoalsSection } from '#app/features/campaigns/ui/goals-section.tsx'
import { HeroNote } from '#app/features/campaigns/ui/hero-note.tsx'
import { VoicedTitle } from '#app/features/campaigns/ui/voiced-title.tsx'
import { promisedStates } from '#app/features/commitments/queries/public.server.ts'
import { CommitmentsSection } from '#app/features/commitments/ui/commitments-section.tsx'
import { latestHandover } from '#app/features/handovers/queries/public.server.ts'
import { DeliveriesSection } from '#app/features/handovers/ui/deliveries-link.tsx'
import { besideTheCount } from '#app/features/numbers/beside-the-count.server.ts'
import { BesideTheCount, OtherWays } from '#app/features/numbers/ui/beside-the-count.tsx'
import { waysOf } from '#app/features/press/queries/ways.server.ts'
import { WaysSections } from '#app/features/press/ui/press-section.tsx'
import { firstLetters } from '#app/features/remedies/queries/letters.server.ts'
import { RemediesSection } from '#app/features/remedies/ui/remedies-section.tsx'
import { confirmedOn } from '#app/features/signatures/queries.server.ts'
import { isGuardUp } from '#app/features/signatures/queries/guard.server.ts'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { SignCard } from '#app/features/signatures/ui/sign-card.tsx'
import { listVoices } from '#app/features/testimonies/queries/published.server.ts'
import { VoicesSection } from '#app/features/testimonies/ui/voices-section.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { emptyForm, type FormState } from '#app/ui/form-answers.ts'
import { AfterHero, Hero } from '#app/ui/hero.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const [page, voices, today, guarded, beside, delivery, letters, ways, promises] = await Promise.all([
    findCampaignPage(campaign, locale, parisDay(context.now)),
    listVoices(campaign.id, 3),
    confirmedOn(campaign.id, parisDay(context.now)),
    isGuardUp(campaign.id, context.now),
    besideTheCount(campaign.id),
    latestHandover(campaign.id, locale, parisDay(context.now)),
    firstLetters(campaign.id, parisDay(context.now)),
    waysOf(campaign.id),
    promisedStates(campaign.id, locale, parisDay(context.now)),
  ])
  if (!page) throw refuse(404)
  const signing = { confirmed: liveCount(campaign.id), open: isOpen(campaign, context.now), guarded }
  return data(
    { slug: campaign.slug, page, voices, today, beside, delivery, letters, ways, promises, ...signing },
    { headers: publicPage },
  )
}

/** Forms are sent to `/sign`; this address only shows. */
export function action() {
  throw refuse(405)
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) =>
  shown ? [{ title: plainTitle(shown.page.title) }, { name: 'description', content: shown.page.ask }] : []

export default function CampaignPage() {
  return <Campaign shown={useLoaderData<typeof loader>()} form={emptyForm} />
}

export function Campaign({ shown, form }: { shown: ReturnType<typeof useLoaderData<typeof loader>>; form: FormState }) {
  const { page, voices, confirmed, today, open } = shown
  const t = useT()
  const locale = useLocale()
  const path = `/${locale}/${shown.slug}`
  const bottom = open
    ? {
        href: '#sign',
        label: t('signatures.form.sign'),
        count: { value: confirmed, label: t('signatures.card.short', { count: confirmed }) },
      }
    : undefined
  return (
    <>
      <Hero
        kicker={page.addressee}
        title={<VoicedTitle title={page.title} />}
        lead={<p>{page.ask}</p>}
        points={{ title: t('campaigns.hero.demands'), items: page.demands }}
        note={<HeroNote path={path} />}
        action={bottom}
      >
        <SignCard
          countUrl={`/api/v1/campaigns/${shown.slug}/count`}
          campaignPath={path}
          privacyPath={`/${locale}/privacy`}
          consent={page.consent}
          textVersion={page.version}
          work={shown.guarded ? { url: `/api/v1/campaigns/${shown.slug}/challenge`, script: workScript } : undefined}
          goal={nextGoal(page.goals, confirmed)}
          state={form}
          beside={<BesideTheCount {...shown.beside} campaignPath={path} />}
          otherWays={<OtherWays campaignPath={path} />}
          {...{ confirmed, today, open }}
        />
      </Hero>
      <AfterHero action={bottom}>
        <PetitionText page={page} path={path} />
        <Claims page={page} />
        <RemediesSection letters={shown.letters} campaignPath={path} />
        <VoicesSection voices={voices} campaignSlug={shown.slug} />
        <GoalsSection goals={page.goals} path={path} />
        <CommitmentsSection states={shown.promises} campaignPath={path} />
        <DeliveriesSection latest={shown.delivery} campaignPath={path} />
        <WaysSections {...shown.ways} campaignPath={path} />
        <CampaignTimeline page={page} />
        <Questions page={page} path={path} open={open} />
      </AfterHero>
    </>
  )
}
