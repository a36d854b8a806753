import { BeingVerified } from '#app/features/sheets/ui/verified.tsx'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import styles from './remedies.module.css'

interface AwayPageProps {
  campaign: { slug: string; title: string }
  title: string
  checkBy: string
  /** Letters of the same situation that are current. */
  others: readonly { slug: string; title: string }[]
}

/** In place of a letter whose day to be verified has passed: since when, and which other ways there are. */
export function AwayPage({ campaign, title, checkBy, others }: AwayPageProps) {
  const t = useT()
  const home = `/${useLocale()}/${campaign.slug}/remedies`
  return (
    <Page title={title} kicker={<a href={home}>{t('remedies.page.title')}</a>}>
      <BeingVerified checkBy={checkBy} />
      <p>{t('remedies.away.meanwhile')}</p>
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map((one) => (
            <li key={one.slug}>
              <a href={`${home}/${one.slug}`}>{one.title}</a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
