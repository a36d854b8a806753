import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { LockReason } from '../schema.ts'

interface SendingLockedProps {
  reason: LockReason | null
  mayUnlock: boolean
  refused?: FormState
}

/** Nothing goes out from here until somebody has looked. */
export function SendingLocked({ reason, mayUnlock, refused }: SendingLockedProps) {
  const t = useT()
  if (reason === null) return null
  const error = refused?.errors.understood
  return (
    <Notice kind="warn" title={t('mailings.locked.title')} role="note">
      <p>{t(`mailings.locked.${reason}`)}</p>
      <p>{t('mailings.locked.warning')}</p>
      {mayUnlock ? (
        <Form method="post" noValidate>
          <Check name="understood" label={t('mailings.locked.understood')} required error={error && t(error)} />
          <Button>{t('mailings.locked.unlock')}</Button>
        </Form>
      ) : (
        <p>{t('mailings.locked.forOwners')}</p>
      )}
    </Notice>
  )
}
