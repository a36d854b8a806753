import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { HandoverState } from '../rules.ts'

interface Line {
  id: number
  state: HandoverState
  plannedOn: string
  confirmed: number | null
}

export const tones = {
  draft: 'waiting',
  proposed: 'waiting',
  sealed: 'active',
  delivered: 'done',
  discarded: 'stopped',
} as const satisfies Record<HandoverState, StatusTone>

/** Every pack of a campaign, prepared, sealed, delivered or given up. */
export function HandoverList({ slug, lines }: { slug: string; lines: readonly Line[] }) {
  const t = useT()
  const locale = useLocale()
  const home = `/admin/campaigns/${slug}/deliveries`
  return (
    <Section id="list" title={t('handovers.desk.list')} intro={t('handovers.desk.noneWhy')}>
      <Actions>
        <ButtonLink href={`${home}/new`}>{t('handovers.desk.new')}</ButtonLink>
      </Actions>
      <DataTable
        caption={t('handovers.desk.list')}
        rows={lines}
        keyOf={({ id }) => String(id)}
        empty={{ title: t('handovers.desk.none') }}
        columns={[
          {
            key: 'day',
            label: t('handovers.desk.columns.day'),
            render: ({ id, plannedOn }) => <a href={`${home}/${id}`}>{formatDay(locale, plannedOn)}</a>,
          },
          {
            key: 'state',
            label: t('handovers.desk.columns.state'),
            render: ({ state }) => <StatusTag tone={tones[state]}>{t(`handovers.desk.states.${state}`)}</StatusTag>,
          },
          {
            key: 'count',
            label: t('handovers.desk.columns.count'),
            numeric: true,
            render: ({ confirmed }) =>
              confirmed === null ? t('handovers.desk.notSealed') : formatNumber(locale, confirmed),
          },
        ]}
      />
    </Section>
  )
}
