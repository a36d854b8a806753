import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, Desk } from '#app/ui/arrange.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Redacted, RedactedText } from '#app/ui/voice.tsx'
import type { ForDesk } from '../queries/for-team.server.ts'
import { openStates } from '../rules.ts'
import type { CaseRequest } from '../sealed-case.server.ts'
import { placeOf } from './about.tsx'
import { Deciding } from './case-decisions.tsx'
import { CaseStateTag, Clock } from './case-list.tsx'
import styles from './cases.module.css'
import { RequestFacts } from './follow-page.tsx'

interface CaseDeskProps {
  found: ForDesk
  refused: FormState
}

/** Everything the team needs to decide on one case: what is on the site, what is asked and by whom, and the ways to answer. */
export function CaseDesk({ found, refused }: CaseDeskProps) {
  const t = useT()
  const { request, state } = found
  return (
    <Columns>
      <Desk>
        <Standing found={found} />
        <OnTheSite found={found} />
      </Desk>
      <Desk>
        {request ? (
          <>
            <section aria-labelledby="request">
              <h2 id="request">{t('cases.desk.request')}</h2>
              <div className={styles.facts}>
                <RequestFacts request={request} />
              </div>
            </section>
            <Person request={request} receivedOn={found.receivedOn} />
            {openStates.includes(state) && <Deciding found={found} request={request} refused={refused} />}
          </>
        ) : (
          <Notice title={t('cases.desk.vaultClosed')}>
            <p>{t('cases.desk.vaultClosedWhy')}</p>
          </Notice>
        )}
      </Desk>
    </Columns>
  )
}

function Standing({ found }: { found: ForDesk }) {
  const t = useT()
  const locale = useLocale()
  const { kind, state, clock, due, receivedOn, decision, reason, words, decidedOn } = found
  const open = openStates.includes(state)
  return (
    <div className={styles.facts}>
      <FactList
        rows={[
          [t('cases.desk.kind'), t(`cases.kinds.${kind}`)],
          [t('cases.desk.state'), <CaseStateTag key="state" state={state} />],
          [t('cases.desk.clock'), open && <Clock key="clock" clock={clock} />],
          [t('cases.desk.due'), due && formatDay(locale, due)],
          [t('cases.desk.received'), formatDay(locale, receivedOn)],
          [t('cases.follow.decided'), decidedOn && formatDay(locale, decidedOn)],
          [t('cases.follow.decision'), decision && t(`cases.decisions.${decision}`)],
          [t('cases.follow.reason'), reason && t(`cases.reasons.${reason}`)],
          [t('cases.desk.words'), words],
        ]}
      />
    </div>
  )
}

function OnTheSite({ found }: { found: ForDesk }) {
  const t = useT()
  const locale = useLocale()
  const { published, slug, testimonyId } = found
  return (
    <section aria-labelledby="published">
      <h2 id="published">{t('cases.desk.published')}</h2>
      {published ? (
        <>
          <div className={styles.testimony} tabIndex={0} role="group" aria-labelledby="published">
            {published.title !== '' && (
              <p lang={published.locale}>
                <strong>
                  <Redacted text={published.title} />
                </strong>
              </p>
            )}
            <RedactedText text={published.text} lang={published.locale} />
          </div>
          <p>
            <a href={placeOf(locale, { slug, id: testimonyId, hasPage: published.hasPage })}>
              {t('cases.desk.publicPage')}
            </a>
          </p>
        </>
      ) : (
        <Notice>
          <p>{t('cases.desk.gone')}</p>
        </Notice>
      )}
      <p>
        <a href={`/admin/testimonies/${testimonyId}`}>{t('cases.desk.workbench')}</a>
      </p>
    </section>
  )
}

function Person({ request, receivedOn }: { request: CaseRequest; receivedOn: string }) {
  const t = useT()
  const locale = useLocale()
  const { name, email } = request
  const subject = encodeURIComponent(t('cases.desk.mailSubject', { day: formatDay(locale, receivedOn) }))
  return (
    <section aria-labelledby="person">
      <h2 id="person">{t('cases.desk.person')}</h2>
      <div className={styles.facts}>
        <FactList
          rows={[
            [t('cases.desk.name'), name ?? t('cases.desk.nobody')],
            [t('cases.desk.quality'), request.kind === 'reply' && request.quality],
            [t('cases.desk.email'), email ?? t('cases.desk.nobody')],
          ]}
        />
      </div>
      {email && (
        <p>
          <a href={`mailto:${encodeURIComponent(email)}?subject=${subject}`}>{t('cases.desk.write')}</a>
        </p>
      )}
      {email && request.kind === 'report' && <p className="hint">{t('cases.desk.writeHint')}</p>}
    </section>
  )
}
