import { Form, Link } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { BulkOutcome } from '../commands/bulk-step.server.ts'
import { deskAddress, type Whereabouts } from '../filter.ts'
import { bulkDeclineReasons, reasons } from '../reasons.ts'
import type { QueuedTestimony } from '../workbench.ts'
import { refusalKey } from './messages.tsx'
import styles from './desk.module.css'

/** The boxes of the queue belong to this form, wherever they stand. */
export const bulkForm = 'several'

/** A line of the queue as it is displayed: what changed since is not touched. */
export const asDisplayed = ({ id, draftVersion, state }: QueuedTestimony) => `${id}:${draftVersion}:${state}`

/** The same for several: only those that are ticked on this page. */
export function Bulk({ here, answer }: { here: Whereabouts; answer?: FormState }) {
  const t = useT()
  const answers = useAnswers(answer)
  const sent = answer?.values['intent']
  return (
    <details data-desk="bulk" className={styles.bulk} open={typeof sent === 'string' && sent.startsWith('bulk-')}>
      <summary aria-keyshortcuts="b">{t('moderation.desk.bulk.title')}</summary>
      <p className="hint">{t('moderation.desk.bulk.hint')}</p>
      <Form method="post" action={deskAddress(null, here)} id={bulkForm} noValidate autoComplete="off">
        <div className={styles.row}>
          <SelectField
            {...answers('bulkReason')}
            label={t('moderation.desk.bulk.declineReason')}
            emptyChoice={t('moderation.desk.chooseReason')}
            choices={bulkDeclineReasons.map((code) => ({ value: code, label: t(`moderation.reasons.${code}`) }))}
            required
          />
          <Button kind="quiet" name="intent" value="bulk-decline">
            {t('moderation.desk.bulk.decline')}
          </Button>
        </div>
        <div className={styles.row}>
          <SelectField
            {...answers('bulkHoldReason')}
            label={t('moderation.desk.bulk.holdReason')}
            emptyChoice={t('moderation.desk.chooseReason')}
            choices={reasons.hold.map((code) => ({ value: code, label: t(`moderation.reasons.${code}`) }))}
            required
          />
          <Button kind="quiet" name="intent" value="bulk-hold">
            {t('moderation.desk.bulk.hold')}
          </Button>
        </div>
        <Button kind="plain" name="intent" value="bulk-release">
          {t('moderation.desk.bulk.release')}
        </Button>
      </Form>
    </details>
  )
}

interface BulkAnswerProps {
  bulk: BulkOutcome
  items: readonly QueuedTestimony[]
  here: Whereabouts
}

/** What was done, and one by one what was not and why. */
export function BulkAnswer({ bulk, items, here }: BulkAnswerProps) {
  const t = useT()
  const locale = useLocale()
  const said = (count: number) => ({ count, number: formatNumber(locale, count) })
  return (
    <div role="status">
      {bulk.done > 0 && <Notice kind="success" title={t('moderation.desk.bulk.done', said(bulk.done))} />}
      {bulk.refused.length > 0 && (
        <Notice kind="warn" title={t('moderation.desk.bulk.refused', said(bulk.refused.length))}>
          <ul>
            {bulk.refused.map(({ id, outcome }) => (
              <li key={id}>
                <Link to={deskAddress(id, here)}>{items.find((item) => item.id === id)?.title ?? id.slice(0, 8)}</Link>
                {outcome !== 'not-found' && ` · ${t(refusalKey(outcome))}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
