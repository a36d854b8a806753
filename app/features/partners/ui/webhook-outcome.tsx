import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

interface WebhookOutcomeProps {
  outcome: 'made' | 'tested' | 'paused' | 'resumed' | 'removed' | 'unknown' | 'revoked'
  secret?: string
}

/** What a form did. A secret is shown here once. */
export function WebhookOutcome({ outcome, secret }: WebhookOutcomeProps) {
  const t = useT()
  return (
    <Notice
      kind={outcome === 'unknown' || outcome === 'revoked' ? 'warn' : 'success'}
      role="status"
      title={t(`partners.webhooks.outcomes.${outcome}`)}
    >
      {secret !== undefined && (
        <div className="field">
          <label htmlFor="webhook-secret">{t('partners.webhooks.secretTitle')}</label>
          <p className="hint" id="webhook-secret-hint">
            {t('partners.webhooks.secretOnce')}
          </p>
          <input
            id="webhook-secret"
            type="text"
            readOnly
            value={secret}
            aria-describedby="webhook-secret-hint"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      )}
    </Notice>
  )
}
