import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { ImportDeskData } from '../queries/desk.server.ts'
import { knownReasons, refusalReasons } from '../schema.ts'
import { useColumnTitle, type Shown } from './shown.ts'

interface ResultProps extends Pick<ImportDeskData, 'refusals' | 'reasons'> {
  shown: Shown
  header: readonly string[]
}

/** A reason in words; one of a later version stands as it is. */
function useReason(): (reason: string) => string {
  const t = useT()
  return (reason) => {
    const known = [...refusalReasons, ...knownReasons].find((one) => one === reason)
    return known ? t(`imports.reasons.${known}`) : reason
  }
}

/** How many would come in or did, and row by row why the others do not. Nothing of what a row holds is shown. */
export function CheckResult({ shown, refusals, reasons, header }: ResultProps) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const reasonOf = useReason()
  const isCheck = shown.state === 'checked'
  return (
    <Section id="result" title={t(isCheck ? 'imports.check.title' : 'imports.run.title')}>
      <Stats
        items={[
          { label: t(isCheck ? 'imports.check.fresh' : 'imports.check.freshDone'), value: number(shown.fresh) },
          { label: t('imports.check.known'), value: number(shown.known) },
          { label: t('imports.check.refused'), value: number(shown.refused) },
        ]}
      />
      {reasons.length > 0 && (
        <Section id="reasons" title={t('imports.check.reasons')}>
          <DataTable
            caption={t('imports.check.reasons')}
            rows={reasons}
            keyOf={({ reason }) => reason}
            columns={[
              { key: 'reason', label: t('imports.check.reason'), render: ({ reason }) => reasonOf(reason) },
              { key: 'rows', label: t('imports.check.rows'), numeric: true, render: ({ n }) => number(n) },
            ]}
            empty={{ title: '' }}
          />
          <Refusals refusals={refusals} header={header} isPart={refusals.length < shown.known + shown.refused} />
          {shown.hasFile && (
            <form method="post" action={`/admin/imports/${shown.id}/refused`}>
              <Button kind="quiet">{t('imports.check.download')}</Button>
              <SmallPrint>{t('imports.check.downloadHint')}</SmallPrint>
            </form>
          )}
        </Section>
      )}
    </Section>
  )
}

function Refusals({ refusals, header, isPart }: Pick<ResultProps, 'refusals' | 'header'> & { isPart: boolean }) {
  const t = useT()
  const locale = useLocale()
  const reasonOf = useReason()
  const titleOf = useColumnTitle(header)
  return (
    <details>
      <summary>{t('imports.check.refusals')}</summary>
      {isPart && <SmallPrint>{t('imports.check.more', { number: formatNumber(locale, refusals.length) })}</SmallPrint>}
      <DataTable
        caption={t('imports.check.refusals')}
        rows={refusals}
        keyOf={({ line }) => String(line)}
        columns={[
          { key: 'line', label: t('imports.check.line'), render: ({ line }) => line },
          {
            key: 'column',
            label: t('imports.check.column'),
            render: ({ column }) => (column === null ? t('imports.check.wholeLine') : titleOf(column)),
          },
          { key: 'reason', label: t('imports.check.reason'), render: ({ reason }) => reasonOf(reason) },
        ]}
        empty={{ title: '' }}
      />
    </details>
  )
}
