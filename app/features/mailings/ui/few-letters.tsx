import { useT } from '#app/i18n/use-t.tsx'
import type { ShownProgress } from '../rules/told-progress.ts'

/** How far a mailing to fewer than ten is: what has to be looked after, and no number. */
export function FewLetters({ progress }: { progress: Extract<ShownProgress, { few: true }> }) {
  const t = useT()
  const { underWay, failed, unknown } = progress
  return (
    <>
      <p className="stat-value">{t('mailings.audience.lessThanTen')}</p>
      <p>{t('mailings.audience.fewLetters')}</p>
      <ul className="sentences" aria-live="polite">
        <li>{t(underWay ? 'mailings.audience.fewUnderWay' : 'mailings.audience.fewEnded')}</li>
        {failed && <li>{t('mailings.audience.fewFailed')}</li>}
        {unknown && <li>{t('mailings.audience.fewUnknown')}</li>}
      </ul>
    </>
  )
}
