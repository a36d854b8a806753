import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { FieldRow } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { MailingState, Run } from '../schema.ts'
import { PauseInWords } from './mail-alarms.tsx'

/** Who stopped it for a while and when, for whoever comes after. */
function PausedByHand({ run: { pausedAt, pausedBy } }: { run: Run }) {
  const t = useT()
  const locale = useLocale()
  const at = pausedAt && formatInstant(locale, new Date(pausedAt))
  return (
    <Notice kind="warn" title={t('mailings.waits.pausedTitle')} role="note">
      <p>
        {at &&
          (pausedBy === null
            ? t('mailings.waits.pausedSince', { at })
            : t('mailings.waits.pausedBy', { at, email: pausedBy }))}{' '}
        {t('mailings.waits.pausedMeans')}
      </p>
    </Notice>
  )
}

/** Why it stands still: somebody paused it, or nobody pressed anything. */
export function Paused({ state, run }: { state: MailingState; run: Run }) {
  const t = useT()
  const because = run.pausedBecause
  if (state !== 'paused') return null
  if (because === null) return <PausedByHand run={run} />
  return (
    <Notice kind="warn" title={t(`mailings.steer.paused.${because}`)} role="note">
      <PauseInWords because={because} />
    </Notice>
  )
}

/** A pace in the words it was most likely given in. */
const paceOf = (lettersPerHour: number | null) =>
  lettersPerHour !== null && lettersPerHour % 60 === 0
    ? { pace: String(lettersPerHour / 60), per: 'minute' }
    : { pace: String(lettersPerHour ?? 0), per: lettersPerHour === null ? 'minute' : 'hour' }

/** What can be changed while it goes out. */
export function MailingSteer({ run, refused }: { run: Run; refused?: FormState }) {
  const t = useT()
  const answers = useAnswers(refused, {
    ...paceOf(run.lettersPerHour),
    doubtful: run.resendsDoubtful ? 'again' : 'never',
  })
  return (
    <Section id="steer" title={t('mailings.steer.title')}>
      <Form method="post" noValidate>
        <FieldRow>
          <TextField
            {...answers('pace')}
            label={t('mailings.steer.pace')}
            hint={t('mailings.steer.paceHint')}
            inputMode="numeric"
            maxLength={7}
            narrow
            required
          />
          <SelectField
            {...answers('per')}
            label={t('mailings.steer.per')}
            required
            choices={[
              { value: 'minute', label: t('mailings.steer.perMinute') },
              { value: 'hour', label: t('mailings.steer.perHour') },
            ]}
          />
        </FieldRow>
        <Button name="intent" value="pace" kind="quiet">
          {t('mailings.steer.setPace')}
        </Button>
      </Form>
      <Form method="post" noValidate>
        <SelectField
          {...answers('doubtful')}
          label={t('mailings.steer.doubtful')}
          hint={t('mailings.steer.doubtfulHint')}
          required
          choices={[
            { value: 'never', label: t('mailings.steer.never') },
            { value: 'again', label: t('mailings.steer.again') },
          ]}
        />
        <Button name="intent" value="doubtful" kind="quiet">
          {t('mailings.steer.setDoubtful')}
        </Button>
      </Form>
    </Section>
  )
}
