import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { licence } from '../data-package.ts'
import type { ReleaseLine } from '../queries/releases.server.ts'

interface ReleasesPageProps {
  campaign: { slug: string; title: string }
  releases: readonly ReleaseLine[]
  origin: string
}

/** The archive: one line a day, to keep and to check. */
export function ReleasesPage({ campaign, releases, origin }: ReleasesPageProps) {
  const t = useT()
  const locale = useLocale()
  const api = `/api/v1/campaigns/${campaign.slug}`
  return (
    <Page
      kicker={<a href={`/${locale}/${campaign.slug}/numbers`}>{campaign.title}</a>}
      title={t('numbers.releases.title')}
      lead={<p>{t('numbers.releases.lead')}</p>}
    >
      <Section id="days" title={t('numbers.releases.days')}>
        <Releases releases={releases} folder={`${api}/releases`} />
      </Section>
      <Section id="content" title={t('numbers.releases.content')}>
        <div className="prose">
          <p>
            {t('numbers.releases.files')} <a href={`${api}/datapackage.json`}>{t('numbers.releases.manifest')}</a>
          </p>
          <p>
            {t('numbers.releases.licence')} <a href={licence.path}>{licence.title}</a>
          </p>
          <p>{t('numbers.releases.kept')}</p>
        </div>
      </Section>
      <Section id="check" title={t('numbers.releases.check')}>
        <div className="prose">
          <p>{t('numbers.releases.signed')}</p>
          <ol>
            <li>
              {t('numbers.releases.take')}{' '}
              <a href="/verify-package.mjs" download>
                {t('numbers.releases.verifier')}
              </a>
              {t('numbers.releases.read')}
            </li>
            <li>
              {t('numbers.releases.run')} <code>{`node verify-package.mjs ${origin} ${campaign.slug}`}</code>
            </li>
            <li>{t('numbers.releases.holds')}</li>
          </ol>
        </div>
      </Section>
    </Page>
  )
}

function Releases({ releases, folder }: { releases: readonly ReleaseLine[]; folder: string }) {
  const t = useT()
  const locale = useLocale()
  if (releases.length === 0) return <Empty title={t('numbers.releases.none')}>{t('numbers.releases.noneWhy')}</Empty>
  return (
    <table className="figures">
      <caption className="visually-hidden">{t('numbers.releases.days')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('numbers.releases.day')}</th>
          <th scope="col">{t('numbers.releases.confirmed')}</th>
          <th scope="col">{t('numbers.releases.download')}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map(({ day, confirmed }) => {
          const named = formatDay(locale, day)
          return (
            <tr key={day}>
              <th scope="row">{named}</th>
              <td>{formatNumber(locale, confirmed)}</td>
              <td>
                <a href={`${folder}/${day}/package.zip`} aria-label={t('numbers.releases.zipOf', { day: named })}>
                  {t('numbers.releases.zip')}
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
