import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { ListedRule } from '../queries/address-rules.server.ts'

const originOf = ({ origin, replaces }: ListedRule) => (replaces ? 'replaces' : origin)

export function AddressRuleTable({ rules }: { rules: readonly ListedRule[] }) {
  const t = useT()
  const columns: Column<ListedRule>[] = [
    {
      key: 'domain',
      label: t('signatures.addressRules.domain'),
      render: ({ domain }) => (domain === '*' ? t('signatures.addressRules.everyOther') : <code>{domain}</code>),
    },
    {
      key: 'aliasOf',
      label: t('signatures.addressRules.aliasOf'),
      render: ({ aliasOf }) => (aliasOf === null ? '' : <code>{aliasOf}</code>),
    },
    {
      key: 'ignoresDots',
      label: t('signatures.addressRules.ignoresDots'),
      render: ({ ignoresDots, aliasOf }) =>
        aliasOf === null ? t(ignoresDots ? 'signatures.addressRules.yes' : 'signatures.addressRules.no') : '',
    },
    {
      key: 'tags',
      label: t('signatures.addressRules.tags'),
      render: ({ tags, aliasOf }) =>
        aliasOf === null ? tags ? <code>{tags}</code> : t('signatures.addressRules.none') : '',
    },
    {
      key: 'origin',
      label: t('signatures.addressRules.origin'),
      render: (rule) => t(`signatures.addressRules.${originOf(rule)}`),
    },
    {
      key: 'actions',
      label: t('signatures.addressRules.actions'),
      render: (rule) => (rule.origin === 'team' ? <Removal domain={rule.domain} /> : ''),
    },
  ]
  return (
    <DataTable
      caption={t('signatures.addressRules.caption')}
      columns={columns}
      rows={rules}
      keyOf={({ domain }) => domain}
      empty={{ title: t('signatures.addressRules.empty') }}
    />
  )
}

/** Asks once more, without a script: the button is behind a summary. */
function Removal({ domain }: { domain: string }) {
  const t = useT()
  return (
    <details>
      <summary>{t('signatures.addressRules.remove')}</summary>
      <Form method="post">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="domain" value={domain} />
        <Button kind="quiet">{t('signatures.addressRules.removeConfirm', { domain })}</Button>
      </Form>
    </details>
  )
}

const fields = ['domain', 'tags', 'aliasOf'] as const

/** `fresh` changes when something was saved: the form is then empty again. */
export function AddressRuleForm({ refused, fresh }: { refused: FormState | undefined; fresh: string }) {
  const t = useT()
  const answers = useAnswers(refused, { tags: '+' })
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  return (
    <Section id="add" title={t('signatures.addressRules.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" key={fresh} noValidate>
        <input type="hidden" name="intent" value="set" />
        {fields.map((name) => (
          <TextField
            key={name}
            {...answers(name)}
            label={t(`signatures.addressRules.${name}`)}
            hint={t(`signatures.addressRules.${name}Hint`)}
            autoComplete="off"
            spellCheck={false}
            maxLength={253}
            required={name === 'domain'}
            narrow={name === 'tags'}
          />
        ))}
        <Check
          name="ignoresDots"
          label={t('signatures.addressRules.ignoresDots')}
          defaultChecked={answers('ignoresDots').defaultValue === 'on'}
        />
        <Button>{t('signatures.addressRules.addButton')}</Button>
      </Form>
    </Section>
  )
}
