import { questionsShown } from '#app/features/campaigns/page-data.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import styles from './desk.module.css'
import type { ListedEntry } from '../queries/entries.server.ts'
import type { EntryStanding } from '../rules/entry.ts'

const tones: Record<EntryStanding, StatusTone> = {
  proposed: 'waiting',
  published: 'done',
  soon: 'waiting',
  overdue: 'late',
  retired: 'stopped',
}

export function EntryStateTag({ standing }: Pick<ListedEntry, 'standing'>) {
  const t = useT()
  return <StatusTag tone={tones[standing]}>{t(`questions.entries.standings.${standing}`)}</StatusTag>
}

interface EntryListProps {
  slug: string
  entries: readonly ListedEntry[]
}

/** The answers of a campaign: what is proposed, what is on the site in its order, what left it. */
export function EntryList({ slug, entries }: EntryListProps) {
  const t = useT()
  const locale = useLocale()
  const published = entries.filter(({ state }) => state === 'published')
  const columns: Column<ListedEntry>[] = [
    {
      key: 'question',
      label: t('questions.entries.question'),
      render: (entry) => {
        const { id, question, languages } = entry
        const [only] = languages.length === 1 ? languages : []
        const place = published.indexOf(entry)
        return (
          <>
            <a href={`/admin/campaigns/${slug}/questions/${id}`}>{question}</a>
            {only && <span className={styles.aside}>{t(`questions.entries.only.${only}`)}</span>}
            {place !== -1 && place < questionsShown && (
              <span className={styles.aside}>{t('questions.entries.onCampaign')}</span>
            )}
          </>
        )
      },
    },
    { key: 'state', label: t('questions.desk.state'), render: (entry) => <EntryStateTag {...entry} /> },
    { key: 'theme', label: t('questions.entries.theme'), render: ({ theme }) => t(`questions.themes.${theme}`) },
    {
      key: 'verified',
      label: t('questions.entries.verified'),
      tight: true,
      render: ({ verifiedOn }) => verifiedOn && formatDay(locale, verifiedOn),
    },
    {
      key: 'helped',
      label: t('questions.entries.helped'),
      numeric: true,
      render: ({ helped }) => formatNumber(locale, helped),
    },
    {
      key: 'order',
      label: t('questions.entries.order'),
      tight: true,
      render: (entry) => (
        <Order slug={slug} entry={entry} place={published.indexOf(entry)} last={published.length - 1} />
      ),
    },
  ]
  return (
    <DataTable
      caption={t('questions.entries.caption')}
      columns={columns}
      rows={entries}
      keyOf={({ id }) => String(id)}
      empty={{ title: t('questions.entries.empty'), children: <p>{t('questions.entries.emptyWhy')}</p> }}
    />
  )
}

interface OrderProps {
  slug: string
  entry: ListedEntry
  /** Among those on the site, from 0; -1 when it is not there. */
  place: number
  last: number
}

function Order({ slug, entry: { id, question }, place, last }: OrderProps) {
  const t = useT()
  if (place === -1) return null
  const ways = [
    ['up', place > 0],
    ['down', place < last],
  ] as const
  return (
    <form method="post" action={`/admin/campaigns/${slug}/questions`}>
      <input type="hidden" name="entry" value={id} />
      <div className={styles.ways}>
        {ways.map(
          ([way, possible]) =>
            possible && (
              <Button
                key={way}
                kind="plain"
                name="way"
                value={way}
                aria-label={t(`questions.entries.${way}Which`, { question })}
              >
                {t(`questions.entries.${way}`)}
              </Button>
            ),
        )}
      </div>
    </form>
  )
}
