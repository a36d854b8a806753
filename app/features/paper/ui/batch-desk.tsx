import { departmentName } from '#app/features/campaigns/departments.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, Desk } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { FoundBatch } from '../queries/for-team.server.ts'
import { declineReasons } from '../schema.ts'
import { BatchStateTag } from './batch-queue.tsx'
import { periodOf, textOf } from './batch-words.ts'

interface BatchDeskProps {
  batch: FoundBatch
  refused: FormState
}

/** One batch, and what may be done about it. */
export function BatchDesk({ batch, refused }: BatchDeskProps) {
  return (
    <Columns>
      <Facts batch={batch} />
      <Desk>
        {batch.state === 'entered' && <Verifying batch={batch} refused={refused} />}
        {batch.state === 'verified' && <Correcting batch={batch} />}
      </Desk>
    </Columns>
  )
}

function Facts({ batch }: { batch: FoundBatch }) {
  const t = useT()
  const locale = useLocale()
  const { state, valid, refused, department, sha256, enteredAt, decidedAt, reason, correctsId, correction } = batch
  const other = (id: string) => <a href={`/admin/paper/${id}`}>{t('paper.desk.seeOther')}</a>
  const rows = [
    [t('paper.desk.state'), <BatchStateTag key="state" state={state} />],
    [t('paper.desk.reason'), reason && t(`paper.reasons.${reason}`)],
    [t('paper.desk.corrects'), correctsId && other(correctsId)],
    [t('paper.desk.correctedBy'), correction && other(correction.id)],
    [t('paper.desk.campaign'), batch.campaign],
    [t('paper.desk.text'), textOf(locale, batch)],
    [t('paper.desk.valid'), formatNumber(locale, valid)],
    [t('paper.desk.refused'), formatNumber(locale, refused)],
    [t('paper.desk.period'), periodOf(locale, batch)],
    [t('paper.desk.place'), department ? departmentName(department) : t('paper.page.noPlace')],
    [t('paper.desk.scan'), <code key="scan">{sha256}</code>],
    [t('paper.desk.entered'), formatInstant(locale, new Date(enteredAt))],
    [t('paper.desk.decided'), decidedAt && formatInstant(locale, new Date(decidedAt))],
  ] as const
  return <FactList rows={rows} />
}

function Verifying({ batch, refused }: BatchDeskProps) {
  const t = useT()
  const answer = useAnswers(refused)('reason')
  const action = `/admin/paper/${batch.id}`
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t('paper.batch.check')}</h2>
      {batch.mine ? (
        <Notice>
          <p>{t('paper.batch.own')}</p>
        </Notice>
      ) : (
        <form method="post" action={action}>
          <p className="small">{t('paper.batch.checkWhy')}</p>
          <Button name="intent" value="verify">
            {t('paper.batch.verify')}
          </Button>
        </form>
      )}
      <details open={answer.error !== undefined}>
        <summary>{t('paper.batch.decline')}</summary>
        <form method="post" action={action} noValidate>
          <SelectField
            {...answer}
            label={t('paper.batch.why')}
            emptyChoice={t('paper.batch.whyEmpty')}
            choices={declineReasons.map((value) => ({ value, label: t(`paper.reasons.${value}`) }))}
            required
          />
          <Button kind="quiet" name="intent" value="decline">
            {t('paper.batch.decline')}
          </Button>
        </form>
      </details>
    </section>
  )
}

function Correcting({ batch }: { batch: FoundBatch }) {
  const t = useT()
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{t('paper.batch.correct')}</h2>
      {batch.correction ? (
        <p>{t('paper.batch.beingCorrected')}</p>
      ) : (
        <>
          <p className="small">{t('paper.batch.correctWhy')}</p>
          <ButtonLink kind="quiet" href={`/admin/paper/new?corrects=${batch.id}`}>
            {t('paper.batch.correct')}
          </ButtonLink>
        </>
      )}
    </section>
  )
}
