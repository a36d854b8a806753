import { useT } from '#app/i18n/use-t.tsx'
import styles from './claims.module.css'

interface WaysProps {
  /** `/fr/score`. */
  path: string
  systems?: boolean
  claims?: boolean
  /** Of corrections. */
  feed?: boolean
  /** What the reader is on, under the campaign: `/claims/robots-de-controle`. */
  about?: string
}

/** At the foot: where else to read, how to contest, how to follow. */
export function Ways({ path, systems = false, claims = false, feed = claims, about = '' }: WaysProps) {
  const t = useT()
  return (
    <nav className={styles.ways} aria-label={t('claims.ways.title')}>
      <ul>
        {claims && (
          <li>
            <a href={`${path}/claims`}>{t('claims.ways.claims')}</a>
          </li>
        )}
        {systems && (
          <li>
            <a href={`${path}/systems`}>{t('claims.ways.systems')}</a>
          </li>
        )}
        <li>
          <a href={`${path}${about}/answer`}>{t('claims.ways.answer')}</a>
        </li>
        {feed && (
          <li>
            <a href={`${path}/claims.atom`} type="application/atom+xml">
              {t('claims.ways.feed')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
