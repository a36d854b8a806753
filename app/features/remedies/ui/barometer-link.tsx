import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'

/** Under a letter: the way to say what came back. `campaignPath` as `/fr/score`. */
export function BarometerLink({ campaignPath }: { campaignPath: string }) {
  const t = useT()
  return (
    <Section id="answers" title={t('barometer.link.title')}>
      <p>{t('barometer.link.text')}</p>
      <p>
        <a href={`${campaignPath}/remedies/barometer#report`}>{t('barometer.link.action')}</a>
      </p>
    </Section>
  )
}

/** On the campaign's page, once there is something to read. `told`: at least so many reported; 0: nothing is shown. */
export function BarometerSection({ told, campaignPath }: { told: number; campaignPath: string }) {
  const t = useT()
  const locale = useLocale()
  if (told === 0) return null
  return (
    <Section
      id="barometer"
      title={t('barometer.section.title')}
      more={{ href: `${campaignPath}/remedies/barometer`, label: t('barometer.section.open') }}
    >
      <p>{t('barometer.section.told', { number: formatNumber(locale, told) })}</p>
    </Section>
  )
}
