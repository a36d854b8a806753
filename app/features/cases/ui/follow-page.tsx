import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { CaseOfMine } from '../queries/with-code.server.ts'
import type { CaseRequest } from '../sealed-case.server.ts'
import { placeOf } from './about.tsx'
import styles from './cases.module.css'

/** A code in, in the body of a form and never in an address. */
export function FollowPage({ campaignSlug, typed }: { campaignSlug: string; typed: FormState }) {
  const t = useT()
  const locale = useLocale()
  const errors = useErrorList(typed)
  const answers = useAnswers(typed)
  return (
    <Page title={t('cases.follow.title')} lead={<p>{t('cases.follow.lead')}</p>}>
      <ErrorSummary errors={errors} />
      <form method="post" action={`/${locale}/${campaignSlug}/case`} noValidate autoComplete="off">
        <TextField
          {...answers('code')}
          label={t('cases.follow.code')}
          hint={t('cases.follow.codeHint')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button>{t('cases.follow.open')}</Button>
      </form>
    </Page>
  )
}

/** Where a case stands, why it was decided so, and what else may be done (DSA, art. 16 and 17). */
export function MyCase({ found }: { found: CaseOfMine }) {
  const t = useT()
  const locale = useLocale()
  const { kind, state, receivedOn, dueOn, decidedOn, decision, reason, words, request, slug, testimonyId, hasPage } =
    found
  const day = (on: string | null) => on && formatDay(locale, on)
  const page = placeOf(locale, { slug, id: testimonyId, hasPage })
  return (
    <Page title={t(`cases.follow.kinds.${kind}`)}>
      <div className={styles.mine}>
        <FactList
          rows={[
            [t('cases.follow.state'), <strong key="state">{t(`cases.states.${state}`)}</strong>],
            [t('cases.follow.received'), day(receivedOn)],
            [t('cases.follow.due'), state === 'open' && day(dueOn)],
            [t('cases.follow.decided'), day(decidedOn)],
            [t('cases.follow.decision'), decision && t(`cases.decisions.${decision}`)],
            [t('cases.follow.reason'), reason && t(`cases.reasons.${reason}`)],
            [t('cases.follow.words'), words && <span className={styles.said}>{words}</span>],
            [
              t('cases.follow.page'),
              <a key="page" href={page}>
                {t('cases.follow.see')}
              </a>,
            ],
          ]}
        />
      </div>
      {decision && (
        <section>
          <p>{t('cases.follow.byPeople')}</p>
          <h2>{t('cases.follow.remedyTitle')}</h2>
          <p>{t(`cases.follow.${kind === 'report' ? 'remedyReport' : 'remedyReply'}`)}</p>
        </section>
      )}
      {request ? (
        <details>
          <summary>{t('cases.follow.sent')}</summary>
          <div className={styles.mine}>
            <RequestFacts request={request} />
          </div>
        </details>
      ) : (
        <Notice>
          <p>{t('cases.follow.gone')}</p>
        </Notice>
      )}
    </Page>
  )
}

/** What was asked, in the words it was asked in. */
export function RequestFacts({ request }: { request: CaseRequest }) {
  const t = useT()
  if (request.kind === 'report')
    return (
      <FactList
        rows={[
          [t('cases.desk.ground'), t(`cases.grounds.${request.ground}`)],
          [t('cases.desk.reason'), request.reason],
          [t('cases.desk.passages'), request.passages],
        ]}
      />
    )
  return (
    <FactList
      rows={[
        [t('cases.desk.passages'), request.passages],
        [t('cases.desk.reply'), request.reply],
        [t('cases.desk.signedAs'), request.signedAs],
        [t('cases.desk.orRemoved'), request.orRemoved && t('cases.desk.yes')],
      ]}
    />
  )
}
