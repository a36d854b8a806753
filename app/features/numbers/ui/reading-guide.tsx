import { useLocale, useT } from '#app/i18n/use-t.tsx'

const lines = ['columns', 'day', 'hour', 'place', 'small', 'csv'] as const

/** How to read the files, before someone has to guess. */
export function ReadingGuide({ address }: { address: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className="prose">
      <h3>{t('numbers.downloads.howTitle')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(`numbers.downloads.how.${line}`)}</li>
        ))}
      </ul>
      <p>
        {t('numbers.downloads.machine')} <code>{address}</code>
      </p>
      <p>
        <a href={`/${locale}/developers`}>{t('partners.developers.link')}</a>
      </p>
    </div>
  )
}

const method = ['confirmed', 'once', 'day', 'small', 'tens'] as const

export function CountingMethod() {
  const t = useT()
  return (
    <div className="prose">
      {method.map((line) => (
        <p key={line}>{t(`numbers.method.${line}`)}</p>
      ))}
      <p>{t('figures.facts.shareMethod')}</p>
    </div>
  )
}
