import type { ReactNode } from 'react'
import { useLocale } from '#app/i18n/use-t.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import type { Inbox, WritingForm } from '../../inbox.ts'

/** What every part of an opened inbox is made from. */
export interface PartProps {
  inbox: Inbox
  /** What was sent and could not be done as it was. */
  typed: FormState
  /** The form that came back because of what points to somebody. */
  stopped: WritingForm | null
  /** Carried by every form of the page: there is no session. */
  receipt: string
  /** This page's own value, for its forms to be answered once. */
  once: string
}

interface StepFormProps extends Pick<PartProps, 'receipt' | 'once'> {
  intent: string
  fields?: Record<string, string | number | readonly string[]>
  /** The id of the part of the answer where the page opens. It says nothing of anyone: addresses are kept in a history. */
  opensAt?: string
  children: ReactNode
}

/** A form of the inbox: it brings the receipt along, in its body and nowhere else. */
export function StepForm({ intent, receipt, once, fields = {}, opensAt, children }: StepFormProps) {
  const locale = useLocale()
  return (
    <form method="post" action={`/${locale}/inbox${opensAt ? `#${opensAt}` : ''}`} noValidate autoComplete="off">
      <input type="hidden" name="receipt" value={receipt} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="once" value={once} />
      {Object.entries(fields).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => (
          <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
        )),
      )}
      {children}
    </form>
  )
}
