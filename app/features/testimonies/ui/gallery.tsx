import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { RedactionLegend, Voices } from '#app/ui/voice.tsx'
import type { PublishedTestimony } from '../schema.ts'
import { VoiceCard } from './voice-card.tsx'

interface GalleryProps {
  campaign: { slug: string; title: string; takesTestimonies: boolean }
  voices: readonly PublishedTestimony[]
  page: number
  pages: number
  total: number
}

export function Gallery({ campaign, voices, page, pages, total }: GalleryProps) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaign.slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={here}>{campaign.title}</a>}
      title={t('testimonies.gallery.title')}
      lead={<p>{t('testimonies.gallery.lead')}</p>}
    >
      {campaign.takesTestimonies && (
        <Actions>
          <ButtonLink href={`${here}/testify`}>{t('testimonies.gallery.testify')}</ButtonLink>
          <SmallPrint>{t('testimonies.gallery.testifyHint')}</SmallPrint>
        </Actions>
      )}
      {total === 0 ? (
        <Section id="voices" title={t('testimonies.gallery.empty')}>
          <Empty title={t('testimonies.gallery.emptyText')} />
        </Section>
      ) : (
        <Section
          id="voices"
          title={t('testimonies.gallery.count', { count: total, number: formatNumber(locale, total) })}
        >
          <RedactionLegend />
          <Voices>
            {voices.map((testimony) => (
              <VoiceCard key={testimony.id} testimony={testimony} campaignSlug={campaign.slug} />
            ))}
          </Voices>
          <Pagination {...{ page, pages }} href={`${here}/testimonies`} />
        </Section>
      )}
    </Page>
  )
}
