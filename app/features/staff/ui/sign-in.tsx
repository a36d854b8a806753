import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'

/** What `/admin` says to someone who is not signed in. There is nothing to type: a link is the key. */
export function SignIn() {
  const t = useT()
  return (
    <Page title={t('staff.signIn.title')} lead={t('staff.signIn.lead')}>
      <Steps
        steps={[
          { title: t('staff.signIn.ask'), detail: t('staff.signIn.askDetail') },
          { title: t('staff.signIn.open'), detail: t('staff.signIn.openDetail') },
        ]}
      />
      <section className="section">
        <h2>{t('staff.signIn.inCharge')}</h2>
        <p>{t('staff.signIn.command')}</p>
        <pre className="scroll" tabIndex={0}>
          <code>npx portevoix staff add --email {t('staff.signIn.exampleEmail')} --role owner</code>
        </pre>
      </section>
      <p className="small">{t('staff.signIn.limits')}</p>
    </Page>
  )
}
