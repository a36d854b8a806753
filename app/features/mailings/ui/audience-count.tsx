import { departmentName } from '#app/features/campaigns/departments.ts'
import { formatInstant, formatMonth } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { AudienceWords } from '../queries/audience-words.server.ts'
import type { Counted, SampleReader } from '../queries/audience.server.ts'
import { AudienceInWords } from './audience-in-words.tsx'
import styles from './audience.module.css'
import { useSplit, useTold } from './told-count.ts'

/** What was typed, in words and counted. */
export interface SeenAudience {
  words: AudienceWords
  counted: Counted
}

/** How many would get it, said politely when it changes, and a few of them without a name. */
export function AudienceCount({ seen, counting }: { seen: SeenAudience | null; counting: boolean }) {
  const t = useT()
  return (
    <Section id="count" title={t('mailings.audience.countTitle')}>
      <div className={styles.said} aria-live="polite" aria-busy={counting} data-testid="audience-count">
        {seen === null ? <p>{t('mailings.audience.notCounted')}</p> : <HowMany seen={seen} />}
      </div>
      {seen && <Sample sample={seen.counted.sample} />}
    </Section>
  )
}

function HowMany({ seen: { words, counted } }: { seen: SeenAudience }) {
  const t = useT()
  const locale = useLocale()
  const tell = useTold()
  const tellSplit = useSplit()
  const { total, split, at } = counted
  return (
    <>
      <p className="stat-value">{tell(total)}</p>
      <p>
        {total.kind === 'few' ? t('mailings.audience.fewWhy') : tellSplit(split)}{' '}
        {total.kind === 'tens' && t('mailings.audience.tensWhy')}
      </p>
      <AudienceInWords words={words} />
      <p className="small">{t('mailings.audience.countedAt', { instant: formatInstant(locale, new Date(at)) })}</p>
    </>
  )
}

/** A hundred people may look alike here: that is the point. */
function Sample({ sample }: { sample: readonly SampleReader[] }) {
  const t = useT()
  const locale = useLocale()
  if (sample.length === 0) return null
  const place = ({ department }: SampleReader) =>
    department === null ? t('mailings.audience.sample.nowhere') : `${departmentName(department) ?? ''} (${department})`
  return (
    <>
      <h3 className="example-title">{t('mailings.audience.sample.title')}</h3>
      <p>{t('mailings.audience.sample.intro')}</p>
      <DataTable
        caption={t('mailings.audience.sample.title')}
        rows={sample.map((reader, at) => ({ ...reader, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          { key: 'place', label: t('mailings.audience.sample.place'), render: place },
          {
            key: 'language',
            label: t('mailings.audience.sample.language'),
            render: (reader) => (isLocale(reader.locale) ? t(`mailings.languages.${reader.locale}`) : reader.locale),
          },
          {
            key: 'month',
            label: t('mailings.audience.sample.month'),
            render: ({ month }) => (month === null ? t('mailings.audience.sample.gone') : formatMonth(locale, month)),
          },
        ]}
        empty={{ title: '' }}
      />
    </>
  )
}
