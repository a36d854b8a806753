import { useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { emptyForm, useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'

export interface CodeFormState extends FormState {
  /** Which of the two forms was sent. */
  intent: 'code' | 'resend'
}

export const emptyCodeForm: CodeFormState = { ...emptyForm, intent: 'code' }

interface CodeFormProps {
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  state: CodeFormState
}

/** For whoever reads the mail on another device: address and code, one button. */
export function CodeForm({ campaignPath, state }: CodeFormProps) {
  const t = useT()
  const mine = state.intent === 'code' ? state : emptyForm
  const answers = useAnswers(mine)
  const wrong = useErrorList(mine)
  return (
    <Card title={t('signatures.signed.codeTitle')}>
      <form method="post" action={`${campaignPath}/code`} noValidate aria-label={t('signatures.signed.codeTitle')}>
        <ErrorSummary errors={wrong} />
        <TextField
          {...answers('email')}
          type="email"
          label={t('signatures.signed.codeEmail')}
          autoComplete="email"
          required
        />
        <TextField
          {...answers('code')}
          label={t('signatures.signed.code')}
          hint={t('signatures.signed.codeHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          narrow
          required
        />
        <Button wide>{t('signatures.signed.codeButton')}</Button>
      </form>
    </Card>
  )
}

/** For whoever waits in vain. */
export function AgainForm({ campaignPath, state }: CodeFormProps) {
  const t = useT()
  const mine = state.intent === 'resend' ? state : emptyForm
  const answers = useAnswers(mine)
  const wrong = useErrorList(mine).map((line) => (line.field ? { ...line, field: 'again-email' } : line))
  return (
    <details open={state.intent === 'resend'}>
      <summary>{t('signatures.signed.nothingTitle')}</summary>
      <p>{t('signatures.signed.nothing')}</p>
      <form method="post" action={`${campaignPath}/code`} noValidate aria-label={t('signatures.signed.again')}>
        <ErrorSummary errors={wrong} />
        <TextField
          {...answers('email')}
          id="again-email"
          type="email"
          label={t('signatures.signed.codeEmail')}
          autoComplete="email"
          required
        />
        <Button kind="quiet" name="intent" value="resend">
          {t('signatures.signed.again')}
        </Button>
        <SmallPrint>{t('signatures.signed.againHint')}</SmallPrint>
      </form>
    </details>
  )
}
