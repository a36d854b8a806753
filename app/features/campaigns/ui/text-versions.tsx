import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import type { VersionLine } from '../queries/texts.server.ts'
import styles from './texts.module.css'

/** How many stand behind a version: in all, and by the language they signed in; `null` when nobody has counted yet. */
export type SignedBy = { total: number; byLanguage: Record<Locale, number> } | null

interface TextVersionsProps {
  campaign: { slug: string; title: string }
  versions: readonly (VersionLine & { signed: SignedBy })[]
  /** When the signatures were counted by version; `null`: just now. */
  asOf: Date | null
}

/** Every version of the text that was ever signed, the newest first: nothing that was published is taken back. */
export function TextVersions({ campaign, versions, asOf }: TextVersionsProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  return (
    <Page
      title={t('campaigns.texts.title')}
      kicker={<a href={home}>{campaign.title}</a>}
      lead={<p>{t('campaigns.texts.lead', { count: versions.length })}</p>}
    >
      <div>
        {versions.map((version, place) => (
          <Version key={version.version} {...{ version, home }} current={place === 0} />
        ))}
      </div>
      <p className="small">
        {asOf && t('campaigns.texts.asOf', { instant: formatInstant(locale, asOf) })} {t('campaigns.texts.hashMeans')}
      </p>
    </Page>
  )
}

interface VersionProps {
  version: VersionLine & { signed: SignedBy }
  current: boolean
  home: string
}

function Version({ version: { version, publishedAt, note, hashes, signed }, current, home }: VersionProps) {
  const t = useT()
  const locale = useLocale()
  const address = `${home}/texts/${version}`
  return (
    <article className={styles.version}>
      <h2>
        <a href={address}>{t('campaigns.texts.version', { version })}</a>{' '}
        {current && <span className={styles.current}>{t('campaigns.texts.current')}</span>}
      </h2>
      <p className={styles.note}>{note || t('campaigns.texts.first')}</p>
      <dl className={styles.facts}>
        <dt>{t('campaigns.texts.published')}</dt>
        <dd>
          <time dateTime={publishedAt.toISOString()}>{formatInstant(locale, publishedAt)}</time>
        </dd>
        <dt>{t('campaigns.texts.signatures')}</dt>
        <dd>
          <Signed signed={signed} />
        </dd>
        <dt>{t('campaigns.texts.hashFr')}</dt>
        <dd className={styles.hash}>{hashes.fr}</dd>
        <dt>{t('campaigns.texts.hashEn')}</dt>
        <dd className={styles.hash}>{hashes.en}</dd>
      </dl>
      <p className={styles.ways}>
        <a href={address}>{t('campaigns.texts.read', { version })}</a>
        {version > 1 && <a href={`${address}#changes`}>{t('campaigns.texts.changes', { version })}</a>}
      </p>
    </article>
  )
}

export function Signed({ signed }: { signed: SignedBy }) {
  const t = useT()
  const locale = useLocale()
  if (!signed) return t('campaigns.texts.notCounted')
  const number = (n: number) => formatNumber(locale, n)
  return t('campaigns.texts.signed', {
    count: signed.total,
    number: number(signed.total),
    fr: number(signed.byLanguage.fr),
    en: number(signed.byLanguage.en),
  })
}
