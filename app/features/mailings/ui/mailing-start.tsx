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

interface MailingStartProps {
  id: string
  receivers: DescribedAudience
  refused?: FormState
}

/** How many will get it, said before anything is sent; the button repeats the number. */
export function MailingStart({ id, receivers, refused }: MailingStartProps) {
  const t = useT()
  const locale = useLocale()
  const { total, fr, en, words } = receivers
  const counted = { count: total ?? 0, number: formatNumber(locale, total ?? 0) }
  const error = refused?.errors.understood
  return (
    <Section id="start" title={t('mailings.start.title')}>
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
      <Actions>
        <ButtonLink href={`/admin/mailings/${id}/audience`} kind="quiet">
          {t('mailings.audience.choose')}
        </ButtonLink>
        <ButtonLink href={`/admin/mailings/${id}/trial`} kind="quiet">
          {t(words.trialShare === null ? 'mailings.trial.link' : 'mailings.trial.linkKept')}
        </ButtonLink>
      </Actions>
      {total !== 0 && (
        <details open={error !== undefined}>
          <summary>{t('mailings.start.prepare')}</summary>
          <Form method="post" noValidate>
            <Notice kind="warn" title={t('mailings.start.confirmTitle')}>
              <p>{t('mailings.start.warning')}</p>
            </Notice>
            <Check name="understood" label={t('mailings.start.understood')} required error={error && t(error)} />
            <Button name="intent" value="start">
              {total === null ? t('mailings.audience.sendFew') : t('mailings.start.send', counted)}
            </Button>
          </Form>
        </details>
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
