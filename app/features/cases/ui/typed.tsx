import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import styles from './cases.module.css'

interface TypedProps {
  typed: FormState
  /** Those with words that nobody else has. */
  fields: readonly string[]
}

/** What was typed into a form that cannot be sent any more, given back. */
export function Typed({ typed, fields }: TypedProps) {
  const t = useT()
  const texts = fields.map((field) => typed.values[field]).filter((text) => typeof text === 'string' && text !== '')
  if (texts.length === 0) return null
  return (
    <section>
      <h2>{t('cases.closed.typed')}</h2>
      <p className={styles.kept}>{texts.join('\n\n')}</p>
    </section>
  )
}

/** The testimony left the site before or while somebody wrote about it. */
export function OffTheSite({ campaignSlug, typed }: { campaignSlug: string; typed: FormState }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Page title={t('cases.closed.title')} lead={<p>{t('cases.closed.lead')}</p>}>
      <Typed typed={typed} fields={['reason', 'reply', 'passages']} />
      <Actions>
        <ButtonLink kind="quiet" href={`/${locale}/${campaignSlug}/testimonies`}>
          {t('cases.received.back')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
