import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, Desk } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { ReplyDesk as Found } from '../queries/replies-for-team.server.ts'
import { openReplies, pathOf } from '../rules/replies.ts'
import { ReplyDecisions } from './reply-decisions.tsx'
import { ReplyClock, ReplyStateTag } from './reply-list.tsx'
import styles from './claims.module.css'

/** Everything the team needs to decide on one right of reply. */
export function ReplyDesk({ found, refused }: { found: Found; refused: FormState }) {
  const t = useT()
  const { state, request, published } = found
  return (
    <Columns>
      <Desk>
        <Standing found={found} />
        <Answers found={found} />
        {published && (
          <section aria-labelledby="published">
            <h2 id="published">{t('claims.desk.published')}</h2>
            <p className={styles.kept} lang={found.locale}>
              {published.text}
            </p>
            <p>{published.by}</p>
          </section>
        )}
      </Desk>
      <Desk>
        {request ? (
          <section aria-labelledby="request">
            <h2 id="request">{t('claims.desk.request')}</h2>
            <div className={styles.facts}>
              <FactList
                rows={[
                  [t('claims.ask.passages'), request.passages],
                  [t('claims.ask.reply'), request.reply],
                  [t('claims.ask.signedAs'), request.signedAs],
                  [t('claims.ask.quality'), request.quality],
                ]}
              />
            </div>
          </section>
        ) : (
          <Notice>
            <p>{t('claims.desk.gone')}</p>
          </Notice>
        )}
        <Person found={found} />
        {openReplies.includes(state) && request && <ReplyDecisions found={found} request={request} refused={refused} />}
      </Desk>
    </Columns>
  )
}

function Standing({ found }: { found: Found }) {
  const t = useT()
  const locale = useLocale()
  const { state, daysLeft, dueOn, receivedOn, inTime, decidedOn, reason, words, verifiedOn, verifiedBy } = found
  const open = openReplies.includes(state)
  return (
    <div className={styles.facts}>
      <FactList
        rows={[
          [t('claims.desk.state'), <ReplyStateTag key="state" state={state} />],
          [t('claims.desk.clock'), open && <ReplyClock key="clock" daysLeft={daysLeft} />],
          [t('claims.desk.due'), formatDay(locale, dueOn)],
          [t('claims.desk.received'), formatDay(locale, receivedOn)],
          [t('claims.desk.inTime'), t(inTime ? 'claims.desk.inTimeYes' : 'claims.desk.inTimeNo')],
          [
            t('claims.desk.verified'),
            verifiedOn
              ? t('claims.desk.verifiedBy', { day: formatDay(locale, verifiedOn), who: verifiedBy ?? '' })
              : t('claims.desk.notVerified'),
          ],
          [t('claims.desk.decided'), decidedOn && formatDay(locale, decidedOn)],
          [t('claims.mine.reason'), reason && t(`claims.reasons.${reason}`)],
          [t('claims.desk.words'), words],
        ]}
      />
    </div>
  )
}

function Answers({ found: { answered, about, campaign, locale } }: { found: Found }) {
  const t = useT()
  const reader = useLocale()
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('claims.desk.answers')}</h2>
      {answered ? (
        <>
          <p lang={locale}>
            <a href={`/${locale}/${campaign.slug}${pathOf(about)}`}>{answered.title}</a>
          </p>
          <p className="small">
            {t('claims.desk.answersVersion', {
              version: answered.version,
              day: formatDay(reader, answered.publishedOn),
              most: formatNumber(reader, answered.most),
            })}
          </p>
        </>
      ) : (
        <Notice kind="warn">
          <p>{t('claims.desk.offSite')}</p>
        </Notice>
      )}
    </section>
  )
}

function Person({ found }: { found: Found }) {
  const { id, contact, receivedOn, revision, state, verifiedOn } = found
  const t = useT()
  const locale = useLocale()
  if (contact === null) return null
  if (contact === 'closed')
    return (
      <Notice title={t('claims.desk.contactClosed')}>
        <p>{t('claims.desk.contactClosedWhy')}</p>
      </Notice>
    )
  const subject = encodeURIComponent(t('claims.desk.mailSubject', { day: formatDay(locale, receivedOn) }))
  return (
    <section aria-labelledby="person">
      <h2 id="person">{t('claims.desk.person')}</h2>
      <div className={styles.facts}>
        <FactList
          rows={[
            [t('claims.ask.name'), contact.name],
            [t('claims.ask.email'), contact.email],
          ]}
        />
      </div>
      <p>
        <a href={`mailto:${encodeURIComponent(contact.email)}?subject=${subject}`}>{t('claims.desk.write')}</a>
      </p>
      {openReplies.includes(state) && verifiedOn === null && (
        <form method="post" action={`/admin/sheets/replies/${id}`}>
          <input type="hidden" name="revision" value={revision} />
          <p className="small">{t('claims.desk.verifyHint')}</p>
          <Button kind="quiet" name="intent" value="verify">
            {t('claims.desk.verify')}
          </Button>
        </form>
      )}
    </section>
  )
}
