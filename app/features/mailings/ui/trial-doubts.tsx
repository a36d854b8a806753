import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DescribedAudience } from '../queries/audience-words.server.ts'
import { areTooFew, fewestTried, triedEach } from '../rules/trial.ts'

/** On a draft that tries two subjects: what keeps the trial from saying anything, as texts and readers may have changed since it was kept. */
export function TrialDoubts({ id, receivers: { words, total: told } }: { id: string; receivers: DescribedAudience }) {
  const t = useT()
  const locale = useLocale()
  const { trial, trialShare: share } = words
  if (!trial || share === null) return null
  const total = told.kind === 'few' ? null : told.n
  const tooFew = total === null || areTooFew(total, share)
  if (!tooFew && trial.same.length === 0) return null
  return (
    <Notice kind="warn" title={t('mailings.trial.doubtTitle')}>
      {tooFew && (
        <p>
          {total !== null && t('mailings.trial.doubtEach', { each: formatNumber(locale, triedEach(total, share)) })}{' '}
          {t('mailings.trial.tooFewWhy', { least: fewestTried })}
        </p>
      )}
      {trial.same.map((locale) => (
        <p key={locale}>{t(locale === 'fr' ? 'mailings.trial.errors.sameFr' : 'mailings.trial.errors.sameEn')}</p>
      ))}
      <p>
        <a href={`/admin/mailings/${id}/trial`}>{t('mailings.trial.linkKept')}</a>
      </p>
    </Notice>
  )
}
