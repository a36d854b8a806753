import { useT } from '#app/i18n/use-t.tsx'
import styles from './testify.module.css'

const can = ['noName', 'sealed', 'trace', 'week', 'files', 'threeYes'] as const
const cannot = ['network', 'device', 'server', 'law', 'details', 'receipt'] as const

/** Promises and limits at the same size, a short layer of both first: a promise without its limit would be a trap. */
export function Protection() {
  const t = useT()
  return (
    <section className={`prose ${styles.protection}`} id="protection" tabIndex={-1} aria-labelledby="protection-title">
      <h3 className="notice-title" id="protection-title">
        {t('testimonies.testify.protection.title')}
      </h3>
      <p>{t('testimonies.testify.protection.short.can')}</p>
      <p>{t('testimonies.testify.protection.short.cannot')}</p>
      <details>
        <summary>{t('testimonies.testify.protection.open')}</summary>
        <h4>{t('testimonies.testify.protection.canTitle')}</h4>
        <ul>
          {can.map((promise) => (
            <li key={promise}>{t(`testimonies.testify.protection.can.${promise}`)}</li>
          ))}
        </ul>
        <h4>{t('testimonies.testify.protection.cannotTitle')}</h4>
        <ul>
          {cannot.map((limit) => (
            <li key={limit}>{t(`testimonies.testify.protection.cannot.${limit}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

/** What must be known before the first word is typed. */
export function BeforeWriting() {
  const t = useT()
  return (
    <aside className={`notice notice-info ${styles.before}`} aria-labelledby="before-title">
      <h2 className="notice-title" id="before-title">
        {t('testimonies.testify.before')}
      </h2>
      <p>{t('testimonies.testify.beforeText')}</p>
      <p>
        <a href="#protection">{t('testimonies.testify.beforeMore')}</a>
      </p>
    </aside>
  )
}
