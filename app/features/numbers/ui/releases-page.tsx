import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
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
          <p>{t('numbers.releases.files')}</p>
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
  return (
    <DataTable
      caption={t('numbers.releases.days')}
      rows={releases}
      keyOf={({ day }) => day}
      empty={{ title: t('numbers.releases.none'), children: t('numbers.releases.noneWhy') }}
      columns={[
        { key: 'day', label: t('numbers.releases.day'), tight: true, render: ({ day }) => formatDay(locale, day) },
        { key: 'at', label: t('numbers.releases.madeAt'), render: ({ madeAt }) => formatInstant(locale, madeAt) },
        {
          key: 'confirmed',
          label: t('numbers.places.confirmed'),
          numeric: true,
          render: ({ confirmed }) => formatNumber(locale, confirmed),
        },
        {
          key: 'files',
          label: t('numbers.releases.download'),
          render: ({ day }) => (
            <>
              <a
                href={`${folder}/${day}/package.zip`}
                aria-label={t('numbers.releases.zipOf', { day: formatDay(locale, day) })}
              >
                {t('numbers.releases.zip')}
              </a>
              {' · '}
              <a
                href={`${folder}/${day}/datapackage.json`}
                aria-label={t('numbers.releases.manifestOf', { day: formatDay(locale, day) })}
              >
                {t('numbers.releases.manifest')}
              </a>
            </>
          ),
        },
      ]}
    />
  )
}
