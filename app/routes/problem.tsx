import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { SiteLayout } from '#app/ui/site-layout.tsx'

const known = [400, 403, 404, 405, 410, 413, 415, 421, 429, 503] as const
type Known = (typeof known)[number] | 500

const asKnown = (status: number): Known => known.find((one) => one === status) ?? 500

interface ProblemProps {
  status: number
  /** What was typed before, to copy: nothing a person typed is lost. */
  typed?: readonly string[]
}

/** What went wrong, in words, and where to go from here. Never a trace. */
function Problem({ status, typed = [] }: ProblemProps) {
  const t = useT()
  const locale = useLocale()
  const shown = asKnown(status)
  return (
    <Page
      kicker={t('site.problem.kicker', { status: shown })}
      title={t(`site.problem.${shown}.title`)}
      lead={<p>{t(`site.problem.${shown}.lead`)}</p>}
    >
      {typed.length > 0 && (
        <section aria-labelledby="typed">
          <h2 id="typed">{t('site.problem.typed')}</h2>
          {typed.map((words) => (
            <blockquote key={words} className="original">
              {words}
            </blockquote>
          ))}
        </section>
      )}
      <p>
        <a href={`/${locale}`}>{t('site.problem.home')}</a>
      </p>
    </Page>
  )
}

export function ProblemLayout({ status, typed }: ProblemProps) {
  const t = useT()
  const locale = useLocale()
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <SiteLayout
      name={t('site.name')}
      homeHref={`/${locale}`}
      nav={[]}
      otherLanguage={{ href: `/${other}`, lang: other, label: t('site.otherLanguage') }}
      footer={{
        links: [{ href: `/${locale}`, label: t('site.nav.campaigns') }],
        text: <p>{t('site.footer.about')}</p>,
      }}
    >
      <Problem status={status} typed={typed} />
    </SiteLayout>
  )
}

/** For errors of any route. */
export function ProblemPage() {
  const error = useRouteError()
  return <ProblemLayout status={isRouteErrorResponse(error) ? error.status : 500} />
}
