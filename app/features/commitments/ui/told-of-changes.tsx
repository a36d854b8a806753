import { useT } from '#app/i18n/use-t.tsx'

/** Where a reader of promises may ask to be told: there is one list of those who want news, and one form that fills it. */
export function ToldOfChanges({ home }: { home: string }) {
  const t = useT()
  return (
    <p>
      {t('commitments.page.told')} <a href={`${home}#sign`}>{t('commitments.page.askForNews')}</a>
    </p>
  )
}
