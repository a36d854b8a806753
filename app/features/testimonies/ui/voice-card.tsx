import { departments } from '#app/features/campaigns/departments.ts'
import { formatMonth } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Redacted, Voice } from '#app/ui/voice.tsx'
import { plainBars } from '../rules.ts'
import { knownSystem, type PublishedTestimony } from '../schema.ts'

/** A département by name, else by the code that was given. */
export const departmentName = (code: string) => departments.find((department) => department.code === code)?.name ?? code

/** What about, where, when: as far as the witness said. */
export function useTestimonyFacts() {
  const t = useT()
  const locale = useLocale()
  return ({ system, department, period }: Pick<PublishedTestimony, 'system' | 'department' | 'period'>): string[] => [
    t(`testimonies.systems.${knownSystem(system)}`),
    ...(department ? [departmentName(department)] : []),
    ...(period ? [formatMonth(locale, period)] : []),
  ]
}

interface VoiceCardProps {
  testimony: PublishedTestimony & { cut?: boolean }
  campaignSlug: string
  /** Words that a search found. */
  marks?: ReadonlySet<string>
}

/** One published testimony on the wall: in its own language, whatever the language of the page. */
export function VoiceCard({ testimony, campaignSlug, marks }: VoiceCardProps) {
  const locale = useLocale()
  const t = useT()
  const facts = useTestimonyFacts()
  const { id, title, text, contentWarning, cut } = testimony
  const href = `/${locale}/${campaignSlug}/testimonies/${id}`
  return (
    <Voice
      title={<Redacted text={title} marks={marks} />}
      href={href}
      text={text}
      meta={<span lang={locale}>{facts(testimony).join(' · ')}</span>}
      warning={contentWarning ?? undefined}
      lang={testimony.locale}
      marks={marks}
      more={
        cut && (
          <p className="voice-more" lang={locale}>
            <a href={href} aria-label={t('testimonies.wall.readOnTitle', { title: plainBars(title) })}>
              {t('testimonies.wall.readOn')}
            </a>
          </p>
        )
      }
    />
  )
}
