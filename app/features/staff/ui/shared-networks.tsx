import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { SharedNetwork } from '../queries/shared-networks.server.ts'
import styles from './staff.module.css'

export function NetworkTable({ networks }: { networks: readonly SharedNetwork[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<SharedNetwork>[] = [
    { key: 'label', label: t('staff.networks.label'), render: ({ label }) => label },
    { key: 'range', label: t('staff.networks.range'), render: ({ range }) => <code>{range}</code> },
    { key: 'reason', label: t('staff.networks.reason'), render: ({ reason }) => reason },
    { key: 'since', label: t('staff.networks.since'), tight: true, render: ({ since }) => formatDay(locale, since) },
    { key: 'actions', label: t('staff.networks.actions'), render: (network) => <Removal network={network} /> },
  ]
  return (
    <DataTable
      caption={t('staff.networks.caption')}
      columns={columns}
      rows={networks}
      keyOf={({ id }) => id}
      empty={{ title: t('staff.networks.empty'), children: <p>{t('staff.networks.emptyWhy')}</p> }}
    />
  )
}

/** Asks once more, without a script: the button is behind a summary. */
function Removal({ network: { id, label } }: { network: SharedNetwork }) {
  const t = useT()
  return (
    <div className={styles.actions}>
      <details>
        <summary>{t('staff.networks.remove')}</summary>
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="id" value={id} />
          <Button kind="quiet">{t('staff.networks.removeConfirm', { label })}</Button>
        </Form>
      </details>
    </div>
  )
}

const fields = ['range', 'label', 'reason'] as const

/** `fresh` changes when something was added: the form is then empty again. */
export function AddNetwork({ refused, fresh }: { refused: FormState | undefined; fresh: string }) {
  const t = useT()
  const answers = useAnswers(refused)
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  return (
    <Section id="add" title={t('staff.networks.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" key={fresh} noValidate>
        <input type="hidden" name="intent" value="add" />
        {fields.map((name) => (
          <TextField
            key={name}
            {...answers(name)}
            label={t(`staff.networks.${name}`)}
            hint={t(`staff.networks.${name}Hint`)}
            autoComplete="off"
            spellCheck={name !== 'range'}
            maxLength={120}
            required
          />
        ))}
        <Button>{t('staff.networks.addButton')}</Button>
      </Form>
    </Section>
  )
}
