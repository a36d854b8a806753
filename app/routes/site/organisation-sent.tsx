import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { confirmationDays } from '#app/features/organisations/rules.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { inboxAddress } from '#app/http/inbox-address.server.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  const shown = { locale, slug: campaign.slug, title: plainTitle(text?.title ?? ''), inbox: inboxAddress() }
  return data(shown, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  {
    title: shown
      ? `${translator(shown.locale)('organisations.sent.title')} – ${translator(shown.locale)('organisations.list.title')}`
      : '',
  },
  { name: 'robots', content: 'noindex' },
]

/** The same for everyone who sent the form, whether the organisation is there already or not. */
export default function OrganisationSent() {
  const { title, inbox, locale, slug } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page kicker={title} title={t('organisations.sent.title')} lead={<p>{t('organisations.sent.lead')}</p>}>
      <Steps
        steps={[
          { title: t('organisations.sent.open') },
          {
            title: t('organisations.sent.confirm'),
            detail: t('organisations.sent.days', { count: confirmationDays }),
          },
          { title: t('organisations.sent.check'), detail: t('organisations.sent.checkDetail') },
          { title: t('organisations.sent.shown') },
        ]}
      />
      {inbox && (
        <Notice title={t('organisations.sent.catcherTitle')}>
          <p>
            {t('organisations.sent.catcher')} <a href={inbox}>{inbox}</a>
          </p>
        </Notice>
      )}
      <p>{t('organisations.sent.nothing')}</p>
      <p>
        <a href={`/${locale}/${slug}/organisations`}>{t('organisations.form.back')}</a>
      </p>
    </Page>
  )
}
