import { Form } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats, type StatItem } from '#app/ui/stat.tsx'
import type { DripHistory } from '../queries/drip.server.ts'

/** How many letters, about how many people, and the latest of them. */
export function AddresseeHistory({ history }: { history: DripHistory }) {
  const t = useT()
  const items = useFigures(history)
  return (
    <Section id="history" title={t('mailings.addressee.history')}>
      <Stats items={items} />
      {history.sendable > 0 && (
        <Form method="post">
          <Button name="intent" value="again" kind="quiet">
            {t('mailings.addressee.again')}
          </Button>
        </Form>
      )}
      <Latest latest={history.latest} />
    </Section>
  )
}

function useFigures({ letters, sendable, returned, lastAt, told, waiting, untold }: DripHistory): StatItem[] {
  const t = useT()
  const locale = useLocale()
  const of = (label: string, value: number, detail?: string | null): StatItem => ({
    label,
    value: formatNumber(locale, value),
    detail,
  })
  const last = lastAt && t('mailings.addressee.look.last', { last: formatInstant(locale, new Date(lastAt)) })
  return [
    of(t('mailings.addressee.look.sent'), letters['handed-over'], last),
    of(t('mailings.addressee.told'), told, t('mailings.addressee.toldDetail')),
    of(t('mailings.addressee.waiting'), waiting),
    of(t('mailings.addressee.untold'), untold, t('mailings.addressee.untoldDetail')),
    of(
      t('mailings.addressee.failed'),
      letters.failed - returned,
      letters.failed > sendable ? t('mailings.waits.cameBack', { count: letters.failed - sendable }) : null,
    ),
    // Rare, and said where there are some.
    ...(returned > 0
      ? [of(t('mailings.addressee.look.returned'), returned, t('mailings.addressee.look.returnedDetail'))]
      : []),
    ...(letters.unknown > 0
      ? [of(t('mailings.run.unknown'), letters.unknown, t('mailings.addressee.unknownDetail'))]
      : []),
  ]
}

function Latest({ latest }: Pick<DripHistory, 'latest'>) {
  const t = useT()
  const locale = useLocale()
  return (
    <DataTable
      caption={t('mailings.addressee.latest')}
      rows={latest}
      keyOf={({ id }) => id}
      columns={[
        { key: 'at', label: t('mailings.addressee.at'), render: ({ at }) => formatInstant(locale, new Date(at)) },
        {
          key: 'people',
          label: t('mailings.addressee.people'),
          numeric: true,
          render: ({ people }) => formatNumber(locale, people),
        },
        {
          key: 'state',
          label: t('mailings.list.state'),
          render: ({ state, cameBack }) =>
            t(cameBack ? 'mailings.addressee.look.cameBack' : `mailings.addressee.fates.${state}`),
        },
      ]}
      empty={{ title: t('mailings.addressee.noLetters'), children: <p>{t('mailings.addressee.noLettersBody')}</p> }}
    />
  )
}
