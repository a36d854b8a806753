import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

interface RemediesSectionProps {
  /** The letters that are most asked for. */
  letters: readonly { slug: string; title: { fr: string; en: string } }[]
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
}

/** A part of the campaign's page: what a reader who is concerned can do now. Nothing when the campaign has no letters. */
export function RemediesSection({ letters, campaignPath }: RemediesSectionProps) {
  const t = useT()
  const locale = useLocale()
  if (letters.length === 0) return null
  const home = `${campaignPath}/remedies`
  return (
    <Section
      id="remedies"
      title={t('remedies.page.title')}
      intro={t('remedies.section.intro')}
      more={{ href: home, label: t('remedies.section.all') }}
    >
      <div className="prose">
        <ul>
          {letters.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`${home}/${slug}`}>{title[locale]}</a>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
