import { useT } from '#app/i18n/use-t.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { leavingReasons } from '../rules/preferences.ts'

interface LeavingReasonProps {
  chosen?: string
  error?: string
}

/** Why somebody wants less: optional, from a closed list, counted and not kept. */
export function LeavingReasonField({ chosen, error }: LeavingReasonProps) {
  const t = useT()
  return (
    <SelectField
      name="reason"
      label={t('mailings.preferences.reason')}
      hint={t('mailings.preferences.reasonHint')}
      defaultValue={chosen}
      error={error}
      emptyChoice={t('mailings.preferences.noReason')}
      choices={leavingReasons.map((value) => ({ value, label: t(`mailings.preferences.reasons.${value}`) }))}
    />
  )
}
