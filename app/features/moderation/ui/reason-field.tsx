import { useT } from '#app/i18n/use-t.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { Answers } from '#app/ui/form-answers.ts'
import type { Reason } from '../reasons.ts'

interface ReasonFieldProps {
  answer: ReturnType<Answers>
  codes: readonly Reason[]
}

/** A reason of a closed list, in words. */
export function ReasonField({ answer, codes }: ReasonFieldProps) {
  const t = useT()
  return (
    <SelectField
      {...answer}
      label={t('moderation.item.reason')}
      emptyChoice={t('moderation.desk.chooseReason')}
      choices={codes.map((code) => ({ value: code, label: t(`moderation.reasons.${code}`) }))}
      required
    />
  )
}
