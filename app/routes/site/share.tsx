import {
  data,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { mastodonHost, mastodonShare } from '#app/features/campaigns/rules/share.ts'
import { sharedCampaign } from '#app/features/campaigns/shared.ts'
import { ShareSection } from '#app/features/campaigns/ui/share-section.tsx'
import { invalid, privatePage, publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

async function addressed(params: LoaderFunctionArgs['params']) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  if (!text) throw refuse(404)
  const { slug } = campaign
  return { locale, slug, title: plainTitle(text.title), url: publicUrl(`/${locale}/${slug}`) }
}

export const loader = async ({ params }: LoaderFunctionArgs) => data(await addressed(params), { headers: publicPage })

const serverForm = z.object({
  server: z
    .string({ error: 'campaigns.errors.server' })
    .max(300, 'campaigns.errors.server')
    .refine((typed) => mastodonHost(typed) !== null, 'campaigns.errors.server'),
})

/**
 * Names the server and gives the link. Not a redirect: our policy lets no form of ours lead to another site, and whoever is
 * about to leave should see where to. What was typed is written down nowhere.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { locale, title, url } = await addressed(params)
  const form = await parseForm(request, { schema: serverForm })
  if (!form.ok) return invalid(form)
  const server = mastodonHost(form.value.server) ?? ''
  const { text } = sharedCampaign(translator(locale), { title, url })
  return data({ server, link: mastodonShare(server, `${text} ${url}`) }, { headers: privatePage })
}

export const headers = ({ loaderHeaders, actionHeaders, errorHeaders }: HeadersArgs) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta = ({ data: shown }: MetaArgs<typeof loader>) =>
  shown ? [{ title: `${translator(shown.locale)('campaigns.share.title')} – ${shown.title}` }] : []

export default function SharePage() {
  const { slug, title, url } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const locale = useLocale()
  const wrong = answer && 'errors' in answer ? answer : undefined
  const typed = wrong?.values['server']
  const error = wrong?.errors['server'] && t(wrong.errors['server'])
  return (
    <Page
      kicker={<a href={`/${locale}/${slug}`}>{title}</a>}
      title={t('campaigns.share.title')}
      lead={<p>{t('campaigns.share.lead')}</p>}
    >
      <ErrorSummary errors={error ? [{ field: 'share-server', message: error }] : []} />
      {answer && 'link' in answer && (
        <Notice kind="success" role="status" title={t('campaigns.share.ready', { server: answer.server })}>
          <p>{t('campaigns.share.readyWhy')}</p>
          <p>
            <ButtonLink href={answer.link} rel="noreferrer">
              {t('campaigns.share.open', { server: answer.server })}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <ShareSection
        campaign={{ slug, title }}
        url={url}
        heading={t('campaigns.share.ways')}
        mastodon={{ typed: typeof typed === 'string' ? typed : undefined, error }}
      />
      <p>
        <a href={`/${locale}/${slug}/embed`}>{t('embeds.guide.link')}</a>
      </p>
    </Page>
  )
}
