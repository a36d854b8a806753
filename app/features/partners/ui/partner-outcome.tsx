import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './partners.module.css'

interface PartnerOutcomeProps {
  outcome: 'made' | 'revoked' | 'unknown'
  secret?: string
}

/** What a form of the page did. A key is shown here once. */
export function PartnerOutcome({ outcome, secret }: PartnerOutcomeProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <Notice kind={outcome === 'unknown' ? 'warn' : 'success'} role="status" title={t(`partners.outcomes.${outcome}`)}>
      {secret !== undefined && (
        <div className="field">
          <label htmlFor="partner-key">{t('partners.keyTitle')}</label>
          <p className="hint" id="partner-key-hint">
            {t('partners.keyOnce')}
          </p>
          <input
            id="partner-key"
            type="text"
            readOnly
            value={secret}
            aria-describedby="partner-key-hint"
            autoComplete="off"
            spellCheck={false}
          />
          <p className={styles.after}>
            <a href={`/${locale}/developers`}>{t('partners.howLink')}</a>
          </p>
        </div>
      )}
    </Notice>
  )
}
