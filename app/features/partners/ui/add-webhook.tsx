import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions } from '#app/ui/check.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { webhookEvents } from '../webhook-schema.ts'
import { eventName } from './webhook-words.ts'

const fields = ['url', 'campaign', 'events', 'partner'] as const

interface AddWebhookProps {
  campaigns: readonly { id: number; slug: string }[]
  partners: readonly { id: number; organisation: string }[]
  refused: FormState | undefined
}

export function AddWebhook({ campaigns, partners, refused }: AddWebhookProps) {
  const t = useT()
  const answers = useAnswers(refused, { campaign: campaigns.length === 1 ? String(campaigns[0]?.id) : undefined })
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  const typed = refused?.values['events']
  return (
    <Section id="add" title={t('partners.webhooks.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="add" />
        <TextField
          {...answers('url')}
          type="url"
          label={t('partners.webhooks.url')}
          hint={t('partners.webhooks.urlHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          required
        />
        <SelectField
          {...answers('campaign')}
          label={t('partners.webhooks.campaign')}
          emptyChoice={t('partners.webhooks.campaignChoose')}
          choices={campaigns.map(({ id, slug }) => ({ value: String(id), label: slug }))}
          required
        />
        <CheckOptions
          id="events"
          name="events"
          legend={t('partners.webhooks.events')}
          hint={t('partners.webhooks.eventsHint')}
          error={answers('events').error}
          options={webhookEvents.map((event) => ({ value: event, label: t(eventName(event)) }))}
          chosen={Array.isArray(typed) ? typed : []}
        />
        {partners.length > 0 && (
          <SelectField
            {...answers('partner')}
            label={t('partners.webhooks.partner')}
            emptyChoice={t('partners.webhooks.partnerNone')}
            choices={partners.map(({ id, organisation }) => ({ value: String(id), label: organisation }))}
          />
        )}
        <Button>{t('partners.webhooks.addButton')}</Button>
      </Form>
    </Section>
  )
}
