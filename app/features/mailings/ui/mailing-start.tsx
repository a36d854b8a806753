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

interface MailingStartProps {
  audience: Record<Locale, number>
  refused?: FormState
}

/** How many will get it, said before anything is sent; the button repeats the number. */
export function MailingStart({ audience, refused }: MailingStartProps) {
  const t = useT()
  const locale = useLocale()
  const total = audience.fr + audience.en
  const counted = { count: total, number: formatNumber(locale, total) }
  const error = refused?.errors.understood
  return (
    <Section id="start" title={t('mailings.start.title')}>
      <p>
        {total === 0 ? (
          t('mailings.start.nobody')
        ) : (
          <>
            {t('mailings.start.audience', counted)}{' '}
            {t('mailings.start.split', {
              fr: formatNumber(locale, audience.fr),
              en: formatNumber(locale, audience.en),
            })}
          </>
        )}
      </p>
      {total > 0 && (
        <details open={error !== undefined}>
          <summary>{t('mailings.start.prepare')}</summary>
          <Form method="post" noValidate>
            <Notice kind="warn" title={t('mailings.start.confirmTitle')}>
              <p>{t('mailings.start.warning')}</p>
            </Notice>
            <Check name="understood" label={t('mailings.start.understood')} required error={error && t(error)} />
            <Button name="intent" value="start">
              {t('mailings.start.send', counted)}
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
