import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { ScheduleFields } from './mailing-schedule.tsx'

interface MailingStartProps {
  audience: Record<Locale, number>
  /** What keeps it from beginning, if anything does. */
  heldBy: 'faults' | 'approval' | null
  refused?: FormState
  /** The hour that was given comes twice. */
  twice: boolean
  /** Waits for its hour: it may begin now, and is given no other. */
  isScheduled: boolean
}

function Audience({ audience }: Pick<MailingStartProps, 'audience'>) {
  const t = useT()
  const locale = useLocale()
  const total = audience.fr + audience.en
  if (total === 0) return <p>{t('mailings.start.nobody')}</p>
  return (
    <p>
      {t('mailings.start.audience', { count: total, number: formatNumber(locale, total) })}{' '}
      {t('mailings.start.split', { fr: formatNumber(locale, audience.fr), en: formatNumber(locale, audience.en) })}
    </p>
  )
}

function StartForm({ total, error }: { total: number; error: string | undefined }) {
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
          {t('mailings.start.send', { count: total, number: formatNumber(locale, total) })}
        </Button>
      </Form>
    </details>
  )
}

/** How many will get it, said before anything is sent; the button repeats the number. */
export function MailingStart({ audience, heldBy, refused, twice, isScheduled }: MailingStartProps) {
  const t = useT()
  const total = audience.fr + audience.en
  const error = refused?.errors.understood
  const scheduling = refused && ('at' in refused.values || 'at' in refused.errors) ? refused : undefined
  return (
    <Section id="start" title={t('mailings.start.title')}>
      <Audience audience={audience} />
      {heldBy !== null && (
        <Notice kind="info">
          <p>
            {t(`mailings.start.held.${heldBy}`)}{' '}
            <a href={heldBy === 'faults' ? '#checks' : '#approval'}>{t('mailings.start.heldSee')}</a>
          </p>
        </Notice>
      )}
      {total > 0 && heldBy === null && (
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
