import { Form } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OpenAlert } from '../queries/alerts.server.ts'
import { shortKey } from '../rules.ts'

/** On the dashboard: that something is to be looked at, and where. Nothing when there is nothing. */
export function IntegrityAlerts({ count }: { count: number }) {
  const t = useT()
  const locale = useLocale()
  if (count === 0) return null
  return (
    <Section
      id="integrity"
      title={t('integrity.alerts.title')}
      more={{ href: '/admin/signatures/review', label: t('integrity.tabs.review') }}
    >
      <p>{t('integrity.alerts.waiting', { count, number: formatNumber(locale, count) })}</p>
    </Section>
  )
}

/** What the watch noticed, with a button for whoever has looked. */
export function AlertList({ alerts }: { alerts: readonly OpenAlert[] }) {
  const t = useT()
  const locale = useLocale()
  if (alerts.length === 0) return null
  return (
    <Section id="alerts" title={t('integrity.alerts.title')} intro={t('integrity.alerts.intro')}>
      <DataTable
        caption={t('integrity.alerts.title')}
        columns={[
          {
            key: 'what',
            label: t('integrity.alerts.what'),
            render: ({ kind, key, name }) => t(`integrity.alerts.kinds.${kind}`, { name: name ?? shortKey(key) }),
          },
          {
            key: 'signatures',
            label: t('integrity.review.signatures'),
            numeric: true,
            render: ({ signatures }) => formatNumber(locale, signatures),
          },
          {
            key: 'since',
            label: t('integrity.review.since'),
            render: ({ raisedAt }) => formatInstant(locale, raisedAt),
          },
          {
            key: 'seen',
            label: t('integrity.alerts.action'),
            render: ({ id, kind, key, name }) => (
              <Form method="post">
                <input type="hidden" name="alert" value={id} />
                <div>
                  <Button
                    name="intent"
                    value="seen"
                    kind="plain"
                    aria-label={t('integrity.alerts.seenLong', {
                      what: t(`integrity.alerts.kinds.${kind}`, { name: name ?? shortKey(key) }),
                    })}
                  >
                    {t('integrity.alerts.seen')}
                  </Button>
                </div>
              </Form>
            ),
          },
        ]}
        rows={alerts}
        keyOf={({ id }) => String(id)}
        empty={{ title: '' }}
      />
    </Section>
  )
}
