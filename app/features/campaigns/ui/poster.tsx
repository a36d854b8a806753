import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import type { QrPath } from '../qr-path.server.ts'
import { plainTitle } from '../rules.ts'
import styles from './poster.module.css'
import { VoicedTitle } from './voiced-title.tsx'

export interface PosterData {
  title: string
  addressee: string
  ask: string
  association: string
  url: string
  qr: QrPath
  version: number
}

/** The sheet as it will be printed, and how to print it without a button of ours. */
export function PosterPage({ slug, poster }: { slug: string; poster: PosterData }) {
  const t = useT()
  const path = `/${useLocale()}/${slug}`
  return (
    <Page
      kicker={<a href={path}>{plainTitle(poster.title)}</a>}
      title={t('campaigns.poster.title')}
      lead={<p>{t('campaigns.poster.lead')}</p>}
    >
      <Poster poster={poster} />
      <p className={styles.aside}>
        <a href={`${path}/share`}>{t('campaigns.poster.share')}</a>
      </p>
    </Page>
  )
}

/** One sheet for a wall: what is asked, and how to read it. */
function Poster({ poster: { title, addressee, ask, association, url, qr, version } }: { poster: PosterData }) {
  const t = useT()
  return (
    <article className={styles.poster} aria-label={t('campaigns.poster.label')}>
      <p className={styles.addressee}>{addressee}</p>
      <h2 className={styles.title}>
        <VoicedTitle title={title} />
      </h2>
      <p className={styles.ask}>{ask}</p>
      <div className={styles.foot}>
        <svg
          className={styles.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t('campaigns.poster.qr', { url })}
        >
          <path className={styles.ground} d={`M0 0h${qr.size}v${qr.size}h-${qr.size}z`} />
          <path className={styles.dark} d={qr.path} />
        </svg>
        <div>
          <p className={styles.invite}>{t('campaigns.poster.invite')}</p>
          <p className={styles.url}>{url.replace(/^https?:\/\//, '')}</p>
          <p className={styles.small}>{t('campaigns.poster.by', { association, version })}</p>
        </div>
      </div>
    </article>
  )
}
