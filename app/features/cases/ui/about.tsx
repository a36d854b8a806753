import { useT } from '#app/i18n/use-t.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import styles from './cases.module.css'

/** Which page a case is about, so that nobody has to copy its address. */
export interface AboutTestimony {
  slug: string
  id: string
  title: string
  locale: string
}

export const addressOf = (locale: string, { slug, id }: Pick<AboutTestimony, 'slug' | 'id'>) =>
  `/${locale}/${slug}/testimonies/${id}`

export function About({ testimony, href }: { testimony: AboutTestimony; href: string }) {
  const t = useT()
  return (
    <p className={styles.about}>
      {t('cases.about')}
      <a href={href} lang={testimony.locale}>
        <Redacted text={testimony.title} />
      </a>
    </p>
  )
}
