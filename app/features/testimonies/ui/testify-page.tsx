import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { QuickExit } from '#app/ui/quick-exit.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import { Protection } from './protection.tsx'
import { TestifyForm } from './testify-form.tsx'
import { WaitingTime } from './waiting-time.tsx'
import styles from './testify.module.css'

/** Where "leave this page" leads: a page that says nothing about anyone, the same in every language. */
const neutralPage = 'https://www.wikipedia.org/'

interface TestifyPageProps {
  campaignSlug: string
  typed: FormState
  latestMonth: string
  once: string
  /** Weeks that moderation takes at the moment, when it is slow. */
  slow: number | null
}

export function TestifyPage({ slow, campaignSlug, typed, latestMonth, once }: TestifyPageProps) {
  const t = useT()
  const locale = useLocale()
  const errors = useErrorList(typed)
  return (
    <>
      <QuickExit href={neutralPage} />
      <Page
        kicker={t('testimonies.testify.kicker')}
        title={t('testimonies.testify.title')}
        lead={<p>{t('testimonies.testify.lead')}</p>}
      >
        <ErrorSummary errors={errors} />
        <WaitingTime weeks={slow} />
        <Protection />
        <TestifyForm
          action={`/${locale}/${campaignSlug}/testify`}
          typed={typed}
          latestMonth={latestMonth}
          once={once}
        />
      </Page>
    </>
  )
}

/** The page with the receipt, loaded again: nothing was deposited twice, and the code is not shown twice. */
export function AlreadyPage({ campaignSlug }: { campaignSlug: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <QuickExit href={neutralPage} />
      <Page title={t('testimonies.receipt.title')} lead={<p>{t('testimonies.receipt.already')}</p>}>
        <Actions>
          <ButtonLink kind="quiet" href={`/${locale}/${campaignSlug}/testimonies`}>
            {t('testimonies.receipt.read')}
          </ButtonLink>
        </Actions>
      </Page>
    </>
  )
}

/** The one time that the code is shown. */
export function ReceiptPage({ campaignSlug, receipt }: { campaignSlug: string; receipt: string }) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaignSlug}`
  return (
    <>
      <QuickExit href={neutralPage} />
      <Page title={t('testimonies.receipt.title')} lead={<p>{t('testimonies.receipt.lead')}</p>}>
        <ReceiptCard title={t('testimonies.receipt.cardTitle')} code={receipt}>
          <p>
            <strong>{t('testimonies.receipt.copyNow')}</strong>
          </p>
          <p>{t('testimonies.receipt.what')}</p>
          <p>{t('testimonies.receipt.paper')}</p>
        </ReceiptCard>
        <Actions>
          <ButtonLink kind="quiet" href={`${here}/testimonies`}>
            {t('testimonies.receipt.read')}
          </ButtonLink>
          <ButtonLink kind="plain" href={here}>
            {t('testimonies.receipt.back')}
          </ButtonLink>
        </Actions>
      </Page>
    </>
  )
}

/** The campaign closed; a story typed meanwhile is given back, because nobody else has it. */
export function ClosedPage({ campaignSlug, typed }: Pick<TestifyPageProps, 'campaignSlug' | 'typed'>) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const { defaultValue: title = '' } = answers('title')
  const { defaultValue: story } = answers('story')
  return (
    <>
      <QuickExit href={neutralPage} />
      <Page title={t('testimonies.closed.title')} lead={<p>{t('testimonies.closed.lead')}</p>}>
        {story && (
          <section>
            <h2>{t('testimonies.closed.typed')}</h2>
            <p>{t('testimonies.closed.typedHint')}</p>
            <p className={styles.kept}>{`${title}\n\n${story}`.trim()}</p>
          </section>
        )}
        <Actions>
          <ButtonLink kind="quiet" href={`/${locale}/${campaignSlug}/testimonies`}>
            {t('testimonies.receipt.read')}
          </ButtonLink>
        </Actions>
      </Page>
    </>
  )
}
