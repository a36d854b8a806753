import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Outcome = 'added' | 'addedAgain' | 'alreadyThere' | 'made' | 'done' | 'unchanged' | 'unknown' | 'last-owner'

type TeamOutcomeProps = {
  outcome: Outcome
  link?: string
  email?: string
  /** `false`: for somebody who moderates, a link that opens no testimony. */
  opens?: boolean
}

/** What a form of the team page did. A link is shown here once. */
export function TeamOutcome({ outcome, link, email = '', opens = true }: TeamOutcomeProps) {
  const t = useT()
  const said: MessageKey = `staff.team.outcomes.${outcome}`
  const kind = outcome === 'unknown' || outcome === 'last-owner' ? 'warn' : 'success'
  return (
    <Notice kind={kind} role="status" title={t(said)}>
      {link && (
        <div className="field">
          <label htmlFor="one-time-link">{t('staff.team.linkTitle', { email })}</label>
          <p className="hint" id="one-time-link-hint">
            {t('staff.team.linkOnce')}
          </p>
          <input id="one-time-link" type="text" readOnly value={link} aria-describedby="one-time-link-hint" />
        </div>
      )}
      {link && !opens && <p>{t('staff.team.linkOpensNothing')}</p>}
    </Notice>
  )
}
