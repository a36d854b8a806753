import type { LoaderFunctionArgs } from '@remix-run/node'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { changesFeed } from '#app/features/commitments/feed.server.ts'
import { listChanges } from '#app/features/commitments/queries/public.server.ts'
import { showsKind } from '#app/features/sheets/queries/public.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { formatDay, parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  if (!(await showsKind(campaign.id, 'commitment'))) throw refuse(404)
  const t = translator(locale)
  const [text, changes] = await Promise.all([
    findText(campaign.id, locale),
    listChanges(campaign.id, locale, parisDay(context.now)),
  ])
  const pageUrl = publicUrl(`/${locale}/${campaign.slug}/commitments`)
  const feed = changesFeed({
    locale,
    title: t('commitments.feed.title', { campaign: plainTitle(text?.title ?? campaign.slug) }),
    pageUrl,
    selfUrl: `${pageUrl}.atom`,
    association: campaign.association,
    since: campaign.opensAt,
    changes,
    titleOf: ({ title, to }) => t('commitments.desk.changed', { title, state: t(`commitments.states.${to}`) }),
    wordsOf: ({ from, to, stateOn, note, why }) =>
      [
        t('commitments.letter.changed', {
          before: t(`commitments.states.${from}`),
          now: t(`commitments.states.${to}`),
          day: formatDay(locale, stateOn),
        }),
        note,
        why,
      ].join('\n\n'),
  })
  return new Response(feed, { headers: { ...publicPage, 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
