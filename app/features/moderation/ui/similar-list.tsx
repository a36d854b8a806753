import { Link, useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { Similar } from '../workbench.ts'
import styles from './workbench.module.css'

/** Somebody who goes through the queue does not make the server compare each one that they pass. */
const staysFor = 1500

/** Other waiting stories that say nearly the same. Looked for once somebody stays; without a script, by the link. */
export function SimilarList({ testimonyId }: { testimonyId: string }) {
  const t = useT()
  const { load, data, state } = useFetcher<{ similar: Similar[] }>({ key: `similar-${testimonyId}` })
  const address = `/admin/testimonies/${testimonyId}/similar`
  useEffect(() => {
    const timer = setTimeout(() => load(address), staysFor)
    return () => clearTimeout(timer)
  }, [load, address])
  if (!data)
    return (
      <p className={styles.similar} aria-busy={state === 'loading'}>
        <a href={address}>{t('moderation.desk.similar.look')}</a>
      </p>
    )
  if (data.similar.length === 0) return null
  return (
    <div className={styles.similar} role="status">
      <h3>{t('moderation.desk.similar.title')}</h3>
      <Found similar={data.similar} />
    </div>
  )
}

function Found({ similar }: { similar: readonly Similar[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul>
      {similar.map(({ id, title, share }) => (
        <li key={id}>
          <Link to={`/admin/testimonies/${id}`}>{title}</Link>{' '}
          <span className="hint">{t('moderation.desk.similar.share', { share: formatPercent(locale, share) })}</span>
        </li>
      ))}
    </ul>
  )
}

/** The same on a page of its own, for browsers without a script. */
export function SimilarPage({ testimonyId, similar }: { testimonyId: string; similar: readonly Similar[] }) {
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('moderation.desk.similar.title')}
        actions={<a href={`/admin/testimonies/${testimonyId}`}>{t('moderation.item.headTitle')}</a>}
      />
      {similar.length === 0 ? <Empty title={t('moderation.desk.similar.none')} /> : <Found similar={similar} />}
    </>
  )
}
