import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Card } from '#app/ui/card.tsx'
import { Count } from '#app/ui/count.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Tally } from '#app/ui/tally.tsx'
import { SignForm, type WorkAsked } from './sign-form.tsx'

interface SignCardProps {
  /** Address of the live count. */
  countUrl: string
  campaignPath: string
  privacyPath: string
  consent: string
  textVersion: number
  confirmed: number
  today: number
  goal: { threshold: number; duty: string } | undefined
  open: boolean
  work?: WorkAsked | undefined
  /** What stands beside the count and is never added to it. */
  beside?: ReactNode
  /** For those who do not sign by this form. */
  otherWays?: ReactNode
  state: FormState
}

/** The card that matters: the count, the goal with the duty it opens, the form. */
export function SignCard({ countUrl, confirmed, today, goal, open, beside, otherWays, ...form }: SignCardProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card>
      <Count
        value={confirmed}
        follow={{ url: countUrl, says: t('signatures.card.live', { count: 2, number: '{number}' }) }}
        label={`${t('signatures.card.counted', { count: confirmed })} · ${t('signatures.card.today', { number: formatNumber(locale, today) })}`}
      />
      {goal && (
        <>
          <Tally value={confirmed} goal={goal.threshold} />
          <p className="goal">
            <strong>{t('signatures.card.goal', { number: formatNumber(locale, goal.threshold) })}</strong> {goal.duty}
          </p>
        </>
      )}
      {beside}
      {open ? (
        <>
          <SignForm {...form} />
          {otherWays}
        </>
      ) : (
        <Notice title={t('signatures.card.closedTitle')}>
          <p>{t('signatures.card.closed')}</p>
        </Notice>
      )}
    </Card>
  )
}
