import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Schedule } from '../draft-desk.server.ts'

/** The fields with which a draft is given its hour. A part of its form. */
export function ScheduleFields({ given, twice }: { given?: FormState; twice: boolean }) {
  const t = useT()
  const answers = useAnswers(given)
  return (
    <>
      <TextField
        {...answers('at')}
        type="datetime-local"
        label={t('mailings.schedule.at')}
        hint={t('mailings.schedule.hint')}
        required
        narrow
      />
      {twice && (
        <SelectField
          {...answers('twice')}
          label={t('mailings.schedule.twice')}
          required
          choices={[
            { value: 'first', label: t('mailings.schedule.first') },
            { value: 'second', label: t('mailings.schedule.second') },
          ]}
        />
      )}
      <Check
        name="scheduled"
        label={t('mailings.schedule.understood')}
        required
        error={answers('scheduled').error}
        defaultChecked={given?.values.scheduled === 'on'}
      />
      <Actions>
        <Button name="intent" value="schedule" kind="quiet">
          {t('mailings.schedule.do')}
        </Button>
      </Actions>
    </>
  )
}

/** A mailing that waits for its hour, or is late. */
export function Scheduled({ schedule }: { schedule: Schedule }) {
  const t = useT()
  const locale = useLocale()
  if (schedule.at === null) return null
  const at = formatInstant(locale, new Date(schedule.at))
  return (
    <Section id="scheduled" title={t('mailings.schedule.title')}>
      {schedule.tooLate ? (
        <Notice kind="warn" title={t('mailings.schedule.lateTitle', { at })}>
          <p>{t('mailings.schedule.late')}</p>
        </Notice>
      ) : (
        <Notice kind="info" title={t('mailings.schedule.waits', { at })}>
          <p>{t('mailings.schedule.waitsWhy')}</p>
        </Notice>
      )}
      <Form method="post">
        <Actions>
          <Button name="intent" value="unschedule" kind="quiet">
            {t('mailings.schedule.takeBack')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Its hour came and it did not begin. */
export function NotBegun({ because }: Pick<Schedule, 'because'>) {
  const t = useT()
  if (because === null) return null
  return (
    <Notice kind="warn" title={t('mailings.schedule.notBegun')}>
      <p>{t(`mailings.schedule.because.${because}`)}</p>
    </Notice>
  )
}
