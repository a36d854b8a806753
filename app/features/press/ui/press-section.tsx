import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

/** On the campaign's page: the way to the press kit and the official channels. Nothing where there is neither. */
export function PressSection({ shown, campaignPath }: { shown: boolean; campaignPath: string }) {
  const t = useT()
  if (!shown) return null
  return (
    <Section
      id="press"
      title={t('press.section.title')}
      more={{ href: `${campaignPath}/press`, label: t('press.section.open') }}
    >
      <p>{t('press.section.text')}</p>
    </Section>
  )
}
