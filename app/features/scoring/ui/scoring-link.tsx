import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

/** The way from the campaign's page to the explanation. Nothing where there is none. */
export function ScoringSection({ shown, campaignPath }: { shown: boolean; campaignPath: string }) {
  const t = useT()
  if (!shown) return null
  return (
    <Section id="scoring" title={t('scoring.link.title')}>
      <p>
        <a href={`${campaignPath}/scoring`}>{t('scoring.link.go')}</a>
      </p>
    </Section>
  )
}
