import { BarometerSection } from '#app/features/remedies/ui/barometer-link.tsx'
import { ScoringSection } from '#app/features/scoring/ui/scoring-link.tsx'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

interface WaysSectionsProps {
  /** At least so many reported an answer to a letter; 0: nothing is shown. */
  told: number
  press: boolean
  scoring: boolean
  /** `/fr/score` */
  campaignPath: string
}

/** On the campaign's page: what came back to letters, and the way to the press kit and official channels. Nothing of what there is not. */
export function WaysSections({ told, press, scoring, campaignPath }: WaysSectionsProps) {
  const t = useT()
  return (
    <>
      <ScoringSection shown={scoring} campaignPath={campaignPath} />
      <BarometerSection told={told} campaignPath={campaignPath} />
      {press && (
        <Section
          id="press"
          title={t('press.section.title')}
          more={{ href: `${campaignPath}/press`, label: t('press.section.open') }}
        >
          <p>{t('press.section.text')}</p>
        </Section>
      )}
    </>
  )
}
