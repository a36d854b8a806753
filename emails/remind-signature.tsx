import type { T } from '#app/i18n/t.ts'
import { type ConfirmSignatureProps, nameable, waysOn } from './confirm-signature.tsx'
import { headerSafe } from './header-safe.ts'
import { type Mail, writeLetter } from './letter.tsx'

/** Says once, a day later, that a signature still waits to be confirmed. */
export async function remindSignature(props: ConfirmSignatureProps, t: T): Promise<Mail> {
  const values = nameable(props)
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.remindSignature.subject', values)),
      preview: t('emails.remindSignature.preview'),
      association: values.association,
      title: t('emails.remindSignature.title'),
      parts: [
        { kind: 'paragraph', text: t('emails.remindSignature.why', values) },
        { kind: 'paragraph', text: t('emails.remindSignature.once') },
        ...waysOn(props, t),
      ],
      footer: [{ kind: 'paragraph', text: t('emails.confirmSignature.automatic', values) }],
    },
    t,
  )
}
