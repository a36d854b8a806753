import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import type { ReplyOfMine } from '../queries/reply-with-code.server.ts'
import { pathOf } from '../rules/replies.ts'
import styles from './claims.module.css'

export interface ReceivedAnswer {
  /** `null`: the same form again. The code was shown once. */
  code: string | null
  receivedOn: string
  dueOn: string | null
  /** Where the code opens the answer; whole, for paper. */
  followUrl: string
}

/** The acknowledgement of receipt, and the one time that the code is shown. */
export function AnswerReceived({ path, received }: { path: string; received: ReceivedAnswer }) {
  const t = useT()
  const locale = useLocale()
  const { code, receivedOn, dueOn, followUrl } = received
  const lead = code ? t('claims.received.lead', { day: formatDay(locale, receivedOn) }) : t('claims.received.again')
  return (
    <Page title={t('claims.received.title')} lead={<p>{lead}</p>}>
      {code && (
        <>
          {dueOn && <p>{t('claims.received.due', { due: formatDay(locale, dueOn) })}</p>}
          <ReceiptCard title={t('claims.received.cardTitle')} code={code}>
            <p>
              <strong>{t('claims.received.keep')}</strong>
            </p>
            <p>{t('claims.received.what')}</p>
            <p>{t('claims.received.noMail')}</p>
            <p className="print-only">{t('claims.received.where', { url: followUrl })}</p>
          </ReceiptCard>
        </>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={`${path}/case`}>
          {t('claims.received.follow')}
        </ButtonLink>
        <ButtonLink kind="plain" href={path}>
          {t('claims.received.back')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

/** Where a right of reply stands, and why it was decided so. */
export function MyAnswer({ found }: { found: ReplyOfMine }) {
  const t = useT()
  const locale = useLocale()
  const day = (on: string | null) => on && formatDay(locale, on)
  const { about, slug, state, receivedOn, dueOn, decidedOn, reason, words, request } = found
  const page = `/${locale}/${slug}${pathOf(about)}`
  return (
    <Page title={t('claims.mine.title')}>
      <div className={styles.facts}>
        <FactList
          rows={[
            [t('claims.mine.state'), <strong key="state">{t(`claims.replyStates.${state}`)}</strong>],
            [t('claims.mine.received'), day(receivedOn)],
            [t('claims.mine.due'), state === 'open' && day(dueOn)],
            [t('claims.mine.decided'), day(decidedOn)],
            [t('claims.mine.reason'), reason && t(`claims.reasons.${reason}`)],
            [t('claims.mine.words'), words],
            [
              t('claims.mine.page'),
              <a key="page" href={page}>
                {t('claims.mine.see')}
              </a>,
            ],
          ]}
        />
      </div>
      {state !== 'open' && <p>{t('claims.mine.byPeople')}</p>}
      {state === 'refused' && <p>{t('claims.mine.remedy')}</p>}
      {request ? (
        <details>
          <summary>{t('claims.mine.sent')}</summary>
          <div className={styles.facts}>
            <FactList
              rows={[
                [t('claims.ask.passages'), request.passages],
                [t('claims.ask.reply'), request.reply],
                [t('claims.ask.signedAs'), request.signedAs],
              ]}
            />
          </div>
        </details>
      ) : (
        <Notice>
          <p>{t('claims.mine.gone')}</p>
        </Notice>
      )}
    </Page>
  )
}
