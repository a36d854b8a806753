import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

/** From the letters to the page that counts days. `campaignPath` as `/fr/score`. */
export function CalculatorLink({ campaignPath }: { campaignPath: string }) {
  const t = useT()
  return (
    <Section
      id="count"
      title={t('deadlines.title')}
      more={{ href: `${campaignPath}/remedies/deadlines`, label: t('remedies.letter.calculate') }}
    >
      <p>{t('deadlines.description')}</p>
    </Section>
  )
}
