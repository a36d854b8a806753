import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'

export interface CodeFormState {
  /** Which of the two forms was sent. */
  intent: 'code' | 'resend'
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

export const emptyCodeForm: CodeFormState = { intent: 'code', values: {}, errors: {} }

interface CodeFormProps {
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  state: CodeFormState
}

/** What was typed in one of the two forms, and what is wrong with it. */
function useAnswers({ intent, values, errors }: CodeFormState, mine: CodeFormState['intent']) {
  const t = useT()
  const isMine = intent === mine
  const error = (name: string) => (isMine && errors[name] ? t(errors[name]) : undefined)
  return {
    typed: (name: string) => (isMine && typeof values[name] === 'string' ? values[name] : undefined),
    error,
    wrong: (fields: Record<string, string>) =>
      Object.entries({ form: '', ...fields }).flatMap(([name, id]) => {
        const message = error(name)
        return message ? [{ ...(id ? { field: id } : {}), message }] : []
      }),
  }
}

/** For whoever reads the mail on another device: address and code, one button. */
export function CodeForm({ campaignPath, state }: CodeFormProps) {
  const t = useT()
  const { typed, error, wrong } = useAnswers(state, 'code')
  return (
    <Card title={t('signatures.signed.codeTitle')}>
      <form method="post" action={`${campaignPath}/code`} noValidate aria-label={t('signatures.signed.codeTitle')}>
        <ErrorSummary errors={wrong({ email: 'email', code: 'code' })} />
        <TextField
          name="email"
          type="email"
          label={t('signatures.signed.codeEmail')}
          autoComplete="email"
          required
          defaultValue={typed('email')}
          error={error('email')}
        />
        <TextField
          name="code"
          label={t('signatures.signed.code')}
          hint={t('signatures.signed.codeHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          narrow
          required
          defaultValue={typed('code')}
          error={error('code')}
        />
        <Button wide>{t('signatures.signed.codeButton')}</Button>
      </form>
    </Card>
  )
}

/** For whoever waits in vain. */
export function AgainForm({ campaignPath, state }: CodeFormProps) {
  const t = useT()
  const { typed, error, wrong } = useAnswers(state, 'resend')
  return (
    <details open={state.intent === 'resend'}>
      <summary>{t('signatures.signed.nothingTitle')}</summary>
      <p>{t('signatures.signed.nothing')}</p>
      <form method="post" action={`${campaignPath}/code`} noValidate aria-label={t('signatures.signed.again')}>
        <ErrorSummary errors={wrong({ email: 'again-email' })} />
        <TextField
          name="email"
          id="again-email"
          type="email"
          label={t('signatures.signed.codeEmail')}
          autoComplete="email"
          required
          defaultValue={typed('email')}
          error={error('email')}
        />
        <Button kind="quiet" name="intent" value="resend">
          {t('signatures.signed.again')}
        </Button>
        <SmallPrint>{t('signatures.signed.againHint')}</SmallPrint>
      </form>
    </details>
  )
}
