import { departments } from '#app/features/campaigns/departments.ts'
import { formatMonth } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'
import { galleryQuery, isNarrowed, longestSearch, type GalleryQuestion } from '../gallery-question.ts'
import { consequences, systems } from '../schema.ts'
import styles from './gallery.module.css'

const departmentChoices = departments.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))

/** Each year that stories tell of, and its months under it. */
function usePeriodChoices(periods: readonly string[]): Choice[] {
  const locale = useLocale()
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))]
  return years.flatMap((year) => [
    { value: year, label: year },
    ...periods
      .filter((period) => period.startsWith(`${year}-`))
      .map((period) => ({ value: period, label: `\u00A0\u00A0${formatMonth(locale, period)}` })),
  ])
}

interface GalleryFiltersProps {
  action: string
  question: GalleryQuestion
  periods: readonly string[]
}

/** A search and its filters: a plain form whose question stands in the address, so that a search can be passed on. */
export function GalleryFilters({ action, question, periods }: GalleryFiltersProps) {
  const t = useT()
  return (
    <search>
      <form method="get" action={action} className={styles.filters}>
        <TextField
          name="q"
          type="search"
          label={t('testimonies.wall.search')}
          hint={t('testimonies.wall.searchHint')}
          maxLength={longestSearch}
          autoComplete="off"
          defaultValue={question.q}
          after={
            <div className={styles.find}>
              <Button kind="quiet">{t('testimonies.wall.find')}</Button>
              {isNarrowed(question) && (
                <ButtonLink kind="plain" href={action}>
                  {t('testimonies.wall.clear')}
                </ButtonLink>
              )}
            </div>
          }
        />
        <details className={styles.more} open={galleryQuery({ ...question, q: '', page: 1 }) !== ''}>
          <summary>{t('testimonies.wall.filters')}</summary>
          <FilterFields question={question} periods={periods} />
          <Actions>
            <Button kind="quiet">{t('testimonies.wall.narrow')}</Button>
          </Actions>
        </details>
      </form>
    </search>
  )
}

function FilterFields({ question, periods }: Omit<GalleryFiltersProps, 'action'>) {
  const t = useT()
  const any = t('testimonies.wall.any')
  const shared = { emptyChoice: any, autoComplete: 'off' }
  return (
    <div className={styles.grid}>
      <SelectField
        {...shared}
        name="system"
        label={t('testimonies.wall.system')}
        defaultValue={question.system ?? ''}
        choices={systems.map((value) => ({ value, label: t(`testimonies.systems.${value}`) }))}
      />
      <SelectField
        {...shared}
        name="consequence"
        label={t('testimonies.wall.consequence')}
        defaultValue={question.consequence ?? ''}
        choices={consequences.map((value) => ({ value, label: t(`testimonies.consequences.${value}`) }))}
      />
      <SelectField
        {...shared}
        name="department"
        label={t('testimonies.wall.department')}
        defaultValue={question.department ?? ''}
        choices={departmentChoices}
      />
      <SelectField
        {...shared}
        name="period"
        label={t('testimonies.wall.period')}
        defaultValue={question.period ?? ''}
        choices={usePeriodChoices(periods)}
      />
      <SelectField
        {...shared}
        name="language"
        label={t('testimonies.wall.language')}
        defaultValue={question.language ?? ''}
        choices={(['fr', 'en'] as const).map((value) => ({ value, label: t(`testimonies.wall.languages.${value}`) }))}
      />
    </div>
  )
}
