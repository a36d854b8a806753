import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

/** The end of a long page: where to go with it. */
export function PassOn({ slug }: { slug: string }) {
  const t = useT()
  const path = `/${useLocale()}/${slug}`
  return (
    <Section
      id="pass-on"
      title={t('campaigns.share.title')}
      more={{ href: `${path}/share`, label: t('campaigns.share.ways') }}
    >
      <p>
        {t('campaigns.share.lead')} <a href={`${path}/poster`}>{t('campaigns.share.poster')}</a>
      </p>
    </Section>
  )
}
