import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { longestSearch } from '../faq-search.ts'
import styles from './questions.module.css'

/** A search by words of a subject. It stands in the address, so the hint says what does not belong in it. */
export function FaqSearch({ action, q }: { action: string; q: string }) {
  const t = useT()
  return (
    <search>
      <form method="get" action={action} className={styles.search}>
        <TextField
          name="q"
          type="search"
          label={t('questions.faq.search')}
          hint={t('questions.faq.searchHint')}
          maxLength={longestSearch}
          autoComplete="off"
          defaultValue={q}
          after={
            <div className={styles.find}>
              <Button kind="quiet">{t('questions.faq.find')}</Button>
              {q !== '' && (
                <ButtonLink kind="plain" href={action}>
                  {t('questions.faq.clear')}
                </ButtonLink>
              )}
            </div>
          }
        />
      </form>
    </search>
  )
}
