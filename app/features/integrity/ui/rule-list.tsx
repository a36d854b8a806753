import { Form } from '@remix-run/react'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { listInvalidations } from '../queries/invalidations.server.ts'
import { standingOf } from './rule-words.ts'

type Row = Awaited<ReturnType<typeof listInvalidations>>[number]

export function RuleList({ rules }: { rules: readonly Row[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <DataTable
      caption={t('integrity.rules.title')}
      columns={[
        {
          key: 'reason',
          label: t('integrity.rules.reason'),
          render: ({ id, reasonFr, reasonEn }) => (
            <a href={`/admin/signatures/invalidations/${id}`}>{locale === 'fr' ? reasonFr : reasonEn}</a>
          ),
        },
        {
          key: 'state',
          label: t('integrity.rules.state'),
          render: (rule) => {
            const { tone, label } = standingOf(rule)
            return <StatusTag tone={tone}>{t(label)}</StatusTag>
          },
        },
        {
          key: 'dry',
          label: t('integrity.rules.dry'),
          numeric: true,
          render: ({ drySignatures }) => formatNumber(locale, drySignatures),
        },
        {
          key: 'removed',
          label: t('integrity.rules.removed'),
          numeric: true,
          render: ({ signatures }) => formatNumber(locale, signatures),
        },
        {
          key: 'givenBack',
          label: t('integrity.rules.givenBack'),
          numeric: true,
          render: ({ givenBack }) => formatNumber(locale, givenBack),
        },
        {
          key: 'day',
          label: t('integrity.rules.written'),
          tight: true,
          render: ({ createdAt }) => formatDay(locale, createdAt),
        },
      ]}
      rows={rules}
      keyOf={({ id }) => String(id)}
      empty={{ title: t('integrity.rules.empty'), children: <p>{t('integrity.rules.emptyWhy')}</p> }}
    />
  )
}

/** For owners: above how many signatures a rule takes two people. */
export function ThresholdForm({ above, error }: { above: number; error?: string }) {
  const t = useT()
  return (
    <Section id="threshold" title={t('integrity.threshold.title')} intro={t('integrity.threshold.intro')}>
      <Form method="post" noValidate>
        <TextField
          name="above"
          type="number"
          label={t('integrity.threshold.label')}
          defaultValue={String(above)}
          error={error}
          required
          narrow
        />
        <Button kind="quiet">{t('integrity.threshold.save')}</Button>
      </Form>
    </Section>
  )
}
