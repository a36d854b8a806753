import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pauseReasons, type MailAlarms, type PauseReason, type Refusals } from '../schema.ts'

/** Why a mailing stands still by itself, in words, and what to do. */
export function PauseInWords({ because }: { because: PauseReason }) {
  const t = useT()
  return (
    <>
      <p>{t(`mailings.alarms.${because}Why`)}</p>
      <p>{t(`mailings.alarms.${because}Do`)}</p>
    </>
  )
}

function Refused({ count, since }: Refusals) {
  const t = useT()
  const locale = useLocale()
  const values = { count, number: formatNumber(locale, count), since: formatInstant(locale, new Date(since)) }
  return (
    <Notice kind="warn" title={t('mailings.alarms.sender')} role="note">
      <p>{t('mailings.alarms.senderWhy', values)}</p>
      <p>{t('mailings.alarms.senderDo')}</p>
    </Notice>
  )
}

/** For the first pages of the team: what stands in the way of mail, why, and what to do. Nothing when nothing does. */
export function MailAlarmNotices({ paused, refusals }: Pick<MailAlarms, 'paused' | 'refusals'>) {
  const t = useT()
  const reasons = pauseReasons.filter((reason) => paused.some(({ because }) => because === reason))
  return (
    <>
      {reasons.map((reason) => {
        const stopped = paused.filter(({ because }) => because === reason)
        return (
          <Notice
            key={reason}
            kind="warn"
            title={t(`mailings.alarms.paused.${reason}`, { count: stopped.length, number: stopped.length })}
            role="note"
          >
            <PauseInWords because={reason} />
            <ul>
              {stopped.map(({ id, subject }) => (
                <li key={id}>
                  <a href={`/admin/mailings/${id}`}>{subject}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )
      })}
      {refusals && <Refused {...refusals} />}
    </>
  )
}

/** On the dashboard: that nothing is sent, and where a person says yes. */
export function LockedNotice({ reason, mayUnlock }: { reason: MailAlarms['lock']; mayUnlock: boolean }) {
  const t = useT()
  if (reason === null) return null
  return (
    <Notice kind="warn" title={t('mailings.locked.title')} role="note">
      <p>{t(`mailings.locked.${reason}`)}</p>
      {mayUnlock ? (
        <p>
          <a href="/admin/mailings">{t('mailings.alarms.unlock')}</a>
        </p>
      ) : (
        <p>{t('mailings.locked.forOwners')}</p>
      )}
    </Notice>
  )
}
