import { departments } from '#app/features/campaigns/departments.ts'
import { formatMonth } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Redacted, Voice } from '#app/ui/voice.tsx'
import { systems, type PublishedTestimony, type System } from '../schema.ts'

const asSystem = (value: string): System => systems.find((system) => system === value) ?? 'other'

const departmentName = (code: string) => departments.find((department) => department.code === code)?.name ?? code

/** What about, where, when: as far as the witness said. */
export function useTestimonyFacts() {
  const t = useT()
  const locale = useLocale()
  return ({ system, department, period }: Pick<PublishedTestimony, 'system' | 'department' | 'period'>): string[] => [
    t(`testimonies.systems.${asSystem(system)}`),
    ...(department ? [departmentName(department)] : []),
    ...(period ? [formatMonth(locale, period)] : []),
  ]
}

interface VoiceCardProps {
  testimony: PublishedTestimony
  campaignSlug: string
}

/** One published testimony on the wall: in its own language, whatever the language of the page. */
export function VoiceCard({ testimony, campaignSlug }: VoiceCardProps) {
  const locale = useLocale()
  const facts = useTestimonyFacts()
  const { id, title, text, contentWarning } = testimony
  return (
    <Voice
      title={<Redacted text={title} />}
      href={`/${locale}/${campaignSlug}/testimonies/${id}`}
      text={text}
      meta={<span lang={locale}>{facts(testimony).join(' · ')}</span>}
      warning={contentWarning ?? undefined}
      lang={testimony.locale}
    />
  )
}
