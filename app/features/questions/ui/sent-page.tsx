import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import styles from './questions.module.css'

interface SentPageProps {
  campaignSlug: string
  /** `null`: the same form again. The code was shown once. */
  code: string | null
  /** Where the code opens the answer; whole, for paper. */
  followUrl: string
}

/** The one time that the code is shown. */
export function SentPage({ campaignSlug, code, followUrl }: SentPageProps) {
  const t = useT()
  const here = `/${useLocale()}/${campaignSlug}/questions`
  return (
    <Page title={t('questions.sent.title')} lead={<p>{t(code ? 'questions.sent.lead' : 'questions.sent.again')}</p>}>
      {code && (
        <ReceiptCard title={t('questions.sent.cardTitle')} code={code}>
          <p>
            <strong>{t('questions.sent.keep')}</strong>
          </p>
          <p>{t('questions.sent.what')}</p>
          <p className="print-only">{t('questions.sent.where', { url: followUrl })}</p>
        </ReceiptCard>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={`${here}/asked`}>
          {t('questions.sent.follow')}
        </ButtonLink>
        <ButtonLink kind="plain" href={here}>
          {t('questions.sent.back')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

/** Somebody found what they looked for, and sent nothing. */
export function HelpedPage({ campaignSlug, slug }: { campaignSlug: string; slug: string }) {
  const t = useT()
  const here = `/${useLocale()}/${campaignSlug}/questions`
  return (
    <Page title={t('questions.helped.title')} lead={<p>{t('questions.helped.lead')}</p>}>
      <Actions>
        <ButtonLink kind="quiet" href={`${here}#${slug}`}>
          {t('questions.helped.see')}
        </ButtonLink>
        <ButtonLink kind="plain" href={`/${useLocale()}/${campaignSlug}`}>
          {t('questions.helped.campaign')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

/** The campaign closed; what was typed meanwhile is given back, because nobody else has it. */
export function ClosedPage({ campaignSlug, typed }: { campaignSlug: string; typed: FormState }) {
  const t = useT()
  const here = `/${useLocale()}/${campaignSlug}/questions`
  const text = typed.values['text']
  return (
    <Page title={t('questions.closed.title')} lead={<p>{t('questions.closed.lead')}</p>}>
      {typeof text === 'string' && text !== '' && (
        <section>
          <h2>{t('questions.closed.typed')}</h2>
          <p className={styles.kept}>{text}</p>
        </section>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={here}>
          {t('questions.sent.back')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
