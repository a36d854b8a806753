import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats, type StatItem } from '#app/ui/stat.tsx'
import type { PressFigures } from '../queries/press-kit.server.ts'
import styles from './press.module.css'

function useFigures({ confirmed, asOf, head, release, barometer }: PressFigures): StatItem[] {
  const t = useT()
  const locale = useLocale()
  const say = (n: number) => formatNumber(locale, n)
  const instant = (text: string) => formatInstant(locale, new Date(text))
  const items: StatItem[] = [
    {
      label: t('press.figures.count'),
      value: say(confirmed),
      detail: t('press.figures.countAt', { instant: instant(asOf) }),
    },
  ]
  if (head) {
    const detail = t('press.figures.treeDetail', { counted: say(head.counted), instant: instant(head.signedAt) })
    items.push({ label: t('press.figures.tree'), value: say(head.size), detail })
  }
  if (release) items.push({ label: t('press.figures.release'), value: formatDay(locale, release.day) })
  if (barometer) {
    const { all, outcomes } = barometer.atLeast
    items.push({
      label: t('press.figures.answers'),
      value: t('press.figures.atLeast', { number: say(all) }),
      detail: t('press.figures.answersDetail', { number: say(outcomes.silent) }),
    })
  }
  return items
}

/** Numbers with what proves them. `here` as `/fr/score`. */
export function KeyFigures({ figures, here }: { figures: PressFigures; here: string }) {
  const t = useT()
  const { head, barometer } = figures
  const links = [
    [`${here}/proof`, t('press.figures.proof')],
    [`${here}/numbers`, t('press.figures.numbers')],
    [`${here}/numbers/releases`, t('press.figures.releases')],
    ...(barometer ? [[`${here}/remedies/barometer`, t('press.figures.barometer')]] : []),
    [`/${useLocale()}/developers`, t('press.figures.developers')],
  ]
  return (
    <Section id="figures" title={t('press.figures.title')}>
      <Stats items={useFigures(figures)} />
      {head && (
        <p className={styles.fingerprint}>
          {t('press.figures.root')} <span className={styles.root}>{head.root}</span>
        </p>
      )}
      <h3 className={styles.under}>{t('press.figures.verifyTitle')}</h3>
      <p className={styles.block}>{t('press.figures.verify')}</p>
      <ul className={styles.links}>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
