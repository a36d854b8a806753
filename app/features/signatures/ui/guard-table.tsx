import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { guardModes, type GuardMode } from '../guard.ts'

export interface GuardedCampaign {
  id: number
  title: string
  mode: GuardMode
  /** Until when it is up; `null` when it is down, or up until somebody decides otherwise. */
  until: Date | null
  up: boolean
}

/** The guard of one campaign: what it does now, and what the team wants of it. */
export function GuardForm({ campaign: { id, title, mode, until, up } }: { campaign: GuardedCampaign }) {
  const t = useT()
  const locale = useLocale()
  const state = up && until ? t('staff.guard.upUntil', { until: formatInstant(locale, until) }) : t('staff.guard.up')
  return (
    <Section id={`guard-${id}`} title={title}>
      <p>
        <StatusTag tone={up ? 'waiting' : 'active'}>{up ? state : t('staff.guard.down')}</StatusTag>
      </p>
      <Form method="post" key={mode}>
        <input type="hidden" name="campaignId" value={id} />
        <RadioGroup
          id={`mode-${id}`}
          name="mode"
          legend={t('staff.guard.legend')}
          chosen={mode}
          options={guardModes.map((value) => ({
            value,
            label: t(`staff.guard.modes.${value}`),
            hint: t(`staff.guard.hints.${value}`),
          }))}
        />
        <Button kind="quiet">{t('staff.guard.save', { title })}</Button>
      </Form>
    </Section>
  )
}
