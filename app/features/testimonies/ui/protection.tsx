import { useT } from '#app/i18n/use-t.tsx'
import styles from './testify.module.css'

/** Promises and limits, side by side and at the same size: a promise without its limit would be a trap. */
export function Protection() {
  const t = useT()
  return (
    <div className={styles.protection}>
      <section aria-labelledby="protect-title">
        <h2 id="protect-title">{t('testimonies.testify.protectTitle')}</h2>
        <ul>
          <li>{t('testimonies.testify.protect.noName')}</li>
          <li>{t('testimonies.testify.protect.sealed')}</li>
          <li>{t('testimonies.testify.protect.week')}</li>
          <li>{t('testimonies.testify.protect.fourEyes')}</li>
        </ul>
      </section>
      <section aria-labelledby="limits-title">
        <h2 id="limits-title">{t('testimonies.testify.limitsTitle')}</h2>
        <ul>
          <li>{t('testimonies.testify.limits.network')}</li>
          <li>{t('testimonies.testify.limits.device')}</li>
          <li>{t('testimonies.testify.limits.server')}</li>
          <li>{t('testimonies.testify.limits.details')}</li>
        </ul>
      </section>
    </div>
  )
}
