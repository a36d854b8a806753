import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Desk } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Trial } from '../queries/trial.server.ts'
import { variants } from '../rules/trial.ts'

interface ChooseProps {
  trial: Trial
  /** Letters that wait. */
  held: number
  isPaused: boolean
  refused?: FormState
}

/** Ends the trial. In two steps, and what follows is said before the second: it cannot be taken back. */
export function ChooseSubject({ trial, held, isPaused, refused }: ChooseProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(refused)
  const [winner, understood] = [answers('winner'), answers('understood')]
  const counted = { count: held, number: formatNumber(locale, held) }
  return (
    <>
      <ErrorSummary errors={useErrorList(refused)} />
      <Desk>
        <details open={refused !== undefined}>
          <summary>{t('mailings.trial.choosePrepare')}</summary>
          <Form method="post" noValidate>
            <input type="hidden" name="intent" value="choose" />
            <RadioGroup
              id="winner"
              name="winner"
              legend={t('mailings.trial.chooseWhich')}
              error={winner.error}
              chosen={winner.defaultValue}
              required
              options={variants.map((variant) => ({
                value: variant,
                label: t('mailings.trial.chooseOne', {
                  variant: variant.toUpperCase(),
                  subject: trial.subjects[variant][locale],
                }),
              }))}
            />
            <Notice kind="warn">
              <p>{t(isPaused ? 'mailings.trial.choosePaused' : 'mailings.trial.chooseIntro', counted)}</p>
            </Notice>
            <Check
              name="understood"
              label={t('mailings.trial.understood')}
              required
              error={understood.error}
              defaultChecked={refused?.values.understood === 'on'}
            />
            <Button>{t('mailings.trial.choose')}</Button>
          </Form>
        </details>
      </Desk>
    </>
  )
}
