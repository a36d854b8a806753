import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Approval } from '../draft-desk.server.ts'

/** A large mailing takes somebody else's yes: asked for by one person, given by another. */
export function MailingApproval({ approval, refused }: { approval: Approval; refused?: FormState }) {
  const t = useT()
  const locale = useLocale()
  const { needed, above, together, isOwn, isAsked, approvedBy, read } = approval
  if (!needed && approvedBy === null && !isAsked) return null
  const error = refused?.errors.readBoth
  return (
    <Section
      id="approval"
      title={t('mailings.approval.title')}
      intro={t(together ? 'mailings.approval.together' : 'mailings.approval.intro', {
        count: above,
        number: formatNumber(locale, above),
      })}
    >
      {approvedBy !== null && (
        <Notice kind="success">
          <p>{t('mailings.approval.given', { email: approvedBy })}</p>
        </Notice>
      )}
      {approvedBy === null && isOwn && isAsked && <p>{t('mailings.approval.waiting')}</p>}
      {approvedBy === null && isOwn && !isAsked && (
        <Form method="post">
          <Button name="intent" value="ask" kind="quiet">
            {t('mailings.approval.ask')}
          </Button>
        </Form>
      )}
      {approvedBy === null && !isOwn && (
        <Form method="post" noValidate>
          <p>{t(isAsked ? 'mailings.approval.askedOfYou' : 'mailings.approval.notAsked')}</p>
          <input type="hidden" name="read" value={read} />
          <Check name="readBoth" label={t('mailings.approval.readBoth')} required error={error && t(error)} />
          <Button name="intent" value="approve">
            {t('mailings.approval.approve')}
          </Button>
        </Form>
      )}
    </Section>
  )
}
