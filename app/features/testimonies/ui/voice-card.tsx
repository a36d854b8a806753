import { departments } from '#app/features/campaigns/departments.ts'
import { formatPeriod } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Redacted, Voice } from '#app/ui/voice.tsx'
import type { Beside } from '../beside.ts'
import { plainBars } from '../rules.ts'
import { attempts, consequences, knownSystem, type PublishedTestimony } from '../schema.ts'

/** A département by name, else by the code that was given. */
export const departmentName = (code: string) => departments.find((department) => department.code === code)?.name ?? code

/** What about, where, when: as far as it is shown. */
export function useTestimonyFacts() {
  const t = useT()
  const locale = useLocale()
  return ({ system, department, period }: Pick<Beside, 'system' | 'department' | 'period'>): string[] => [
    ...(system ? [t(`testimonies.systems.${knownSystem(system)}`)] : []),
    ...(department ? [departmentName(department)] : []),
    ...(period ? [formatPeriod(locale, period)] : []),
  ]
}

/** Said of a text that is in another language than the page: which one, in words. */
export function useLanguageNote() {
  const t = useT()
  const here = useLocale()
  return (lang: string): string[] => (lang !== here && isLocale(lang) ? [t(`testimonies.wall.writtenIn.${lang}`)] : [])
}

/** In the middle of a sentence. What is written in capitals stays so. */
const inside = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)

/** What followed and what was tried, a sentence each: as far as it is shown. */
export function useAftermath() {
  const t = useT()
  const sentence = (kind: 'consequences' | 'attempts', words: readonly string[]) =>
    words.length === 0 ? [] : [t(`testimonies.voice.${kind}`, { list: words.map(inside).join(', ') })]
  return (beside: Pick<Beside, 'consequences' | 'attempts'>): string[] => {
    const followed = consequences.filter((code) => beside.consequences.includes(code))
    const tried = attempts.filter((code) => beside.attempts.includes(code))
    return [
      ...sentence(
        'consequences',
        followed.map((code) => t(`testimonies.consequences.${code}`)),
      ),
      ...sentence(
        'attempts',
        tried.map((code) => t(`testimonies.attempts.${code}`)),
      ),
    ]
  }
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
  const note = useLanguageNote()
  const { id, title, text, contentWarning, cut } = testimony
  const href = `/${locale}/${campaignSlug}/testimonies/${id}`
  return (
    <Voice
      title={<Redacted text={title} marks={marks} />}
      href={href}
      text={text}
      meta={<span lang={locale}>{[...note(testimony.locale), ...facts(testimony)].join(' · ')}</span>}
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
