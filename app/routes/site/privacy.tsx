import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TermsInWords } from '#app/features/privacy/ui/terms-in-words.tsx'
import { findTerms } from '#app/features/testimonies/queries/terms.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  return data({ terms: await findTerms() }, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ params }: MetaArgs) => [
  { title: translator(isLocale(params.locale) ? params.locale : 'fr')('site.privacy.title') },
]

const parts = ['sign', 'news', 'organisation', 'paper', 'imported', 'testimony', 'visit', 'rights'] as const

/** The short notice beside the form leads here: what is kept of whom, why, for how long. */
export default function PrivacyPage() {
  const t = useT()
  const { terms } = useLoaderData<typeof loader>()
  return (
    <Page title={t('site.privacy.title')} lead={<p>{t('site.privacy.lead')}</p>}>
      <Prose>
        {parts.map((part) => (
          <section key={part} aria-labelledby={`privacy-${part}`}>
            <h2 id={`privacy-${part}`}>{t(`site.privacy.${part}Title`)}</h2>
            <p>{t(`site.privacy.${part}`)}</p>
          </section>
        ))}
        <TermsInWords terms={terms} />
      </Prose>
    </Page>
  )
}
