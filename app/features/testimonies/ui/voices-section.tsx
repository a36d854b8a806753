import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Perishable } from '#app/ui/perishable.tsx'
import { Section } from '#app/ui/section.tsx'
import { Voices } from '#app/ui/voice.tsx'
import type { PublishedTestimony } from '../schema.ts'
import { VoiceCard } from './voice-card.tsx'

interface VoicesSectionProps {
  voices: readonly PublishedTestimony[]
  campaignSlug: string
}

/** A few testimonies on the page of the campaign, and the way to all of them. */
export function VoicesSection({ voices, campaignSlug }: VoicesSectionProps) {
  const t = useT()
  const locale = useLocale()
  if (voices.length === 0) return null
  const more = { href: `/${locale}/${campaignSlug}/testimonies`, label: t('testimonies.onCampaign.more') }
  return (
    <Perishable>
      <Section id="voices" title={t('testimonies.onCampaign.title')} more={more}>
        <Voices>
          {voices.map((voice) => (
            <VoiceCard key={voice.id} testimony={voice} campaignSlug={campaignSlug} />
          ))}
        </Voices>
      </Section>
    </Perishable>
  )
}
