import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import type { CampaignGoal } from '../schema.ts'

export type DeskGoal = CampaignGoal & { id: number }

export type Typed = (name: string) => { defaultValue?: string; error?: string }

/** What was typed in the one form that was refused: the fields of the others stay as they are. */
export function useTyped(
  refused: FormState | undefined,
  intent: string,
  goalId?: number,
): { typed: Typed; summary: ReactNode; wrong: boolean } {
  const t = useT()
  const mine = refused?.values['intent'] === intent && (refused.values['goalId'] ?? '') === (goalId?.toString() ?? '')
  const id = (name: string) => idOf(name, intent, goalId)
  const typed: Typed = (name) => {
    if (!mine) return {}
    const value = refused.values[name]
    const key = refused.errors[name]
    return { ...(typeof value === 'string' ? { defaultValue: value } : {}), ...(key ? { error: t(key) } : {}) }
  }
  const errors = mine ? Object.entries(refused.errors).map(([name, key]) => ({ field: id(name), message: t(key) })) : []
  return { typed, summary: <ErrorSummary errors={errors} />, wrong: mine }
}

export const idOf = (name: string, intent: string, goalId?: number) => `${intent}-${goalId ?? 'new'}-${name}`

interface DutyFieldsProps {
  intent: 'add' | 'change'
  goal?: DeskGoal
  typed: Typed
}

export function DutyFields({ intent, goal, typed }: DutyFieldsProps) {
  const t = useT()
  const id = (name: string) => idOf(name, intent, goal?.id)
  return (
    <>
      <TextField
        name="threshold"
        id={id('threshold')}
        label={t('campaigns.goalDesk.threshold')}
        inputMode="numeric"
        required
        narrow
        defaultValue={goal && String(goal.threshold)}
        {...typed('threshold')}
      />
      <Columns>
        {(['dutyFr', 'dutyEn'] as const).map((name) => (
          <TextArea
            key={name}
            name={name}
            id={id(name)}
            label={t(`campaigns.goalDesk.${name}`)}
            hint={t('campaigns.goalDesk.dutyHint')}
            lang={name === 'dutyFr' ? 'fr' : 'en'}
            rows={3}
            maxLength={400}
            required
            defaultValue={goal?.[name]}
            {...typed(name)}
          />
        ))}
      </Columns>
    </>
  )
}
