import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { DescribedAudience } from '../queries/audience-words.server.ts'
import { AudienceInWords } from './audience-in-words.tsx'
import { TrialDoubts } from './trial-doubts.tsx'
import { ScheduleFields } from './mailing-schedule.tsx'

interface MailingStartProps {
  id: string
  receivers: DescribedAudience
  /** What keeps it from beginning, if anything does. */
  heldBy: 'faults' | 'approval' | null
  refused?: FormState
  /** The hour that was given comes twice. */
  twice: boolean
  /** Waits for its hour: it may begin now, and is given no other. */
  isScheduled: boolean
}

interface ReceiversProps {
  id: string
  receivers: DescribedAudience
  /** Waits for its hour: who receives it is settled. */
  isScheduled: boolean
}

function Receivers({ id, receivers, isScheduled }: ReceiversProps) {
  const t = useT()
  const locale = useLocale()
  const { total, fr, en, words } = receivers
  const counted = { count: total ?? 0, number: formatNumber(locale, total ?? 0) }
  return (
    <>
      <AudienceInWords words={words} />
      <p>
        {total === 0 ? (
          t(words.rules.length > 0 ? 'mailings.audience.nobody' : 'mailings.start.nobody')
        ) : total === null ? (
          t('mailings.audience.few')
        ) : (
          <>
            {t('mailings.start.audience', counted)}{' '}
            {t('mailings.start.split', { fr: formatNumber(locale, fr), en: formatNumber(locale, en) })}
          </>
        )}
      </p>
      <TrialDoubts id={id} receivers={receivers} />
      {!isScheduled && (
        <Actions>
          <ButtonLink href={`/admin/mailings/${id}/audience`} kind="quiet">
            {t('mailings.audience.choose')}
          </ButtonLink>
          <ButtonLink href={`/admin/mailings/${id}/trial`} kind="quiet">
            {t(words.trialShare === null ? 'mailings.trial.link' : 'mailings.trial.linkKept')}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

function StartForm({ total, error }: { total: number | null; error: string | undefined }) {
  const t = useT()
  const locale = useLocale()
  return (
    <details open={error !== undefined}>
      <summary>{t('mailings.start.prepare')}</summary>
      <Form method="post" noValidate>
        <Notice kind="warn" title={t('mailings.start.confirmTitle')}>
          <p>{t('mailings.start.warning')}</p>
        </Notice>
        <Check name="understood" label={t('mailings.start.understood')} required error={error} />
        <Button name="intent" value="start">
          {total === null
            ? t('mailings.audience.sendFew')
            : t('mailings.start.send', { count: total, number: formatNumber(locale, total) })}
        </Button>
      </Form>
    </details>
  )
}

/** How many will get it, said before anything is sent; the button repeats the number. */
export function MailingStart({ id, receivers, heldBy, refused, twice, isScheduled }: MailingStartProps) {
  const t = useT()
  const { total } = receivers
  const error = refused?.errors.understood
  const scheduling = refused && ('at' in refused.values || 'at' in refused.errors) ? refused : undefined
  return (
    <Section id="start" title={t('mailings.start.title')}>
      <Receivers id={id} receivers={receivers} isScheduled={isScheduled} />
      {heldBy !== null && (
        <Notice kind="info">
          <p>
            {t(`mailings.start.held.${heldBy}`)}{' '}
            <a href={heldBy === 'faults' ? '#checks' : '#approval'}>{t('mailings.start.heldSee')}</a>
          </p>
        </Notice>
      )}
      {total !== 0 && heldBy === null && (
        <>
          <StartForm total={total} error={error && t(error)} />
          {!isScheduled && (
            <details open={scheduling !== undefined}>
              <summary>{t('mailings.schedule.prepare')}</summary>
              <ScheduleFields refused={scheduling} twice={twice} />
            </details>
          )}
        </>
      )}
      <Form method="post">
        <Actions>
          <Button name="intent" value="cancel" kind="plain">
            {t('mailings.start.discard')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
