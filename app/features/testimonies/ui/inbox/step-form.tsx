import type { ReactNode } from 'react'
import { useLocale } from '#app/i18n/use-t.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import type { Inbox } from '../../inbox.ts'

/** What every part of an opened inbox is made from. */
export interface PartProps {
  inbox: Inbox
  /** What was sent and could not be done as it was. */
  typed: FormState
  /** Carried by every form of the page: there is no session. */
  receipt: string
  /** This page's own value, for its forms to be answered once. */
  once: string
}

interface StepFormProps extends Pick<PartProps, 'receipt' | 'once'> {
  intent: string
  fields?: Record<string, string | number>
  children: ReactNode
}

/** A form of the inbox: it brings the receipt along, in its body and nowhere else. */
export function StepForm({ intent, receipt, once, fields = {}, children }: StepFormProps) {
  const locale = useLocale()
  return (
    <form method="post" action={`/${locale}/inbox`} noValidate autoComplete="off">
      <input type="hidden" name="receipt" value={receipt} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="once" value={once} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
