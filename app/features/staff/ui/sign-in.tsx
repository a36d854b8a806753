import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import styles from './staff.module.css'

/** What `/admin` says to someone who is not signed in. There is nothing to type: a link is the key. */
export function SignIn() {
  const t = useT()
  return (
    <Page title={t('staff.signIn.title')} lead={t('staff.signIn.lead')}>
      <div className={styles.stack}>
        <ol className={styles.steps}>
          <li>
            <strong>{t('staff.signIn.ask')}</strong> {t('staff.signIn.askDetail')}
          </li>
          <li>
            <strong>{t('staff.signIn.open')}</strong> {t('staff.signIn.openDetail')}
          </li>
        </ol>
        <p className="small">{t('staff.signIn.limits')}</p>
        <h2>{t('staff.signIn.inCharge')}</h2>
        <p>{t('staff.signIn.command')}</p>
        <pre className={styles.command}>
          <code>npx portevoix staff add --email {t('staff.signIn.exampleEmail')} --role owner</code>
        </pre>
      </div>
    </Page>
  )
}
