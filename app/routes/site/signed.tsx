import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs, type SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { confirmationDays } from '#app/features/signatures/rules.ts'
import { AgainForm, CodeForm, emptyCodeForm, type CodeFormState } from '#app/features/signatures/ui/code-form.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { inboxAddress } from '#app/http/inbox-address.server.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { Page } from '#app/ui/page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Steps } from '#app/ui/steps.tsx'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  const sent = new URL(request.url).searchParams.has('sent')
  return data(
    { locale, slug: campaign.slug, title: plainTitle(text?.title ?? ''), inbox: inboxAddress(), sent },
    { headers: publicPage },
  )
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) =>
  shown ? [{ title: translator(shown.locale)('signatures.signed.title') }] : []

/** The same for everyone who sent the form, whether they sign for the first time or not. */
export default function SignedPage() {
  return <Signed shown={useLoaderData<typeof loader>()} state={emptyCodeForm} />
}

interface SignedProps {
  shown: SerializeFrom<typeof loader>
  state: CodeFormState
}

/** Asks to look into the mailbox; takes the code of the mail, and sends the mail once more. */
export function Signed({ shown: { title, inbox, locale, slug, sent }, state }: SignedProps) {
  const t = useT()
  const campaignPath = `/${locale}/${slug}`
  return (
    <Page kicker={title} title={t('signatures.signed.title')} lead={<p>{t('signatures.signed.lead')}</p>}>
      {sent && (
        <Notice title={t('signatures.signed.sentTitle')} role="status">
          <p>{t('signatures.signed.sent')}</p>
        </Notice>
      )}
      <Steps
        steps={[
          { title: t('signatures.signed.stepOpen') },
          {
            title: t('signatures.signed.stepConfirm'),
            detail: t('signatures.signed.days', { count: confirmationDays }),
          },
          { title: t('signatures.signed.stepCounted') },
        ]}
      />
      {inbox && (
        <Notice title={t('signatures.signed.catcherTitle')}>
          <p>
            {t('signatures.signed.catcher')} <a href={inbox}>{inbox}</a>
          </p>
        </Notice>
      )}
      <CodeForm campaignPath={campaignPath} state={state} />
      <AgainForm campaignPath={campaignPath} state={state} />
      <p>
        <a href={campaignPath}>{t('signatures.signed.back')}</a>
      </p>
    </Page>
  )
}
