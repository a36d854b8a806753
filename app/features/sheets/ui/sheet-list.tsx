import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { SheetLine } from '../queries/desk.server.ts'
import type { SheetStanding } from '../rules.ts'
import { sheetKinds, type SheetKind } from '../schema.ts'

const tones = {
  draft: 'waiting',
  current: 'done',
  soon: 'waiting',
  expired: 'late',
  retired: 'stopped',
} as const satisfies Record<SheetStanding, StatusTone>

interface SheetListProps {
  campaigns: readonly { slug: string; title: string }[]
  campaign: string
  lines: readonly SheetLine[]
  toVerify: number
}

/** Every text that a campaign keeps verified, by its kind. */
export function SheetList({ campaigns, campaign, lines, toVerify }: SheetListProps) {
  const t = useT()
  const filters = campaigns.map(({ slug, title }) => ({
    href: `/admin/sheets?campaign=${slug}`,
    label: title,
    current: slug === campaign,
  }))
  const kinds = sheetKinds.filter((kind) => lines.some((line) => line.kind === kind))
  return (
    <>
      <Toolbar
        title={t('sheets.title')}
        detail={t('sheets.detail', { count: toVerify })}
        actions={<ButtonLink href={`/admin/sheets/new?campaign=${campaign}`}>{t('sheets.new')}</ButtonLink>}
        {...(campaigns.length > 1 ? { filters } : {})}
      />
      <p>{t('sheets.intro')}</p>
      {kinds.length === 0 && (
        <DataTable
          caption={t('sheets.title')}
          rows={[]}
          columns={[]}
          keyOf={() => ''}
          empty={{ title: t('sheets.none'), children: t('sheets.noneWhy') }}
        />
      )}
      {kinds.map((kind) => (
        <OfKind key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} />
      ))}
    </>
  )
}

function OfKind({ kind, lines }: { kind: SheetKind; lines: readonly SheetLine[] }) {
  const t = useT()
  const locale = useLocale()
  const title = t(`sheets.kinds.${kind}`)
  return (
    <Section id={kind} title={title}>
      <DataTable
        caption={title}
        rows={lines}
        keyOf={({ id }) => String(id)}
        empty={{ title: t('sheets.none') }}
        columns={[
          {
            key: 'title',
            label: t('sheets.columns.title'),
            render: (line) => <a href={`/admin/sheets/${line.id}`}>{line.title[locale]}</a>,
          },
          {
            key: 'standing',
            label: t('sheets.columns.standing'),
            render: ({ standing, drafted }) => (
              <>
                <StatusTag tone={tones[standing]}>{t(`sheets.standings.${standing}`)}</StatusTag>
                {drafted && standing !== 'draft' && <> {t('sheets.drafted')}</>}
              </>
            ),
          },
          {
            key: 'verified',
            label: t('sheets.columns.verified'),
            tight: true,
            render: ({ version, verifiedOn }) => (version === 0 ? '–' : formatDay(locale, verifiedOn)),
          },
          {
            key: 'checkBy',
            label: t('sheets.columns.checkBy'),
            tight: true,
            render: ({ version, checkBy }) => (version === 0 ? '–' : formatDay(locale, checkBy)),
          },
        ]}
      />
    </Section>
  )
}
