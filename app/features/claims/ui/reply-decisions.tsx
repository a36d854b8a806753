import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { ReplyDesk as Found } from '../queries/replies-for-team.server.ts'
import { refuseReasons } from '../schema/reply.ts'
import type { ReplyRequest } from '../sealed-reply.server.ts'
import styles from './claims.module.css'

interface PartProps {
  found: Found
  refused: FormState
}

/** The form that was sent and not taken: what was typed into it is in view. */
const cameBack = ({ values }: FormState, intent: string) => values['intent'] === intent
const actionOf = ({ id }: Found) => `/admin/sheets/replies/${id}`

/** The ways to answer, folded one under the other. */
export function ReplyDecisions({ found, request, refused }: PartProps & { request: ReplyRequest }) {
  const t = useT()
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t('claims.desk.decide')}</h2>
      <p className="small">{t('claims.desk.decideWhy')}</p>
      {found.state === 'accepted' && <Inserting found={found} />}
      {found.answered && <Accepting found={found} request={request} refused={refused} />}
      <Refusing found={found} refused={refused} />
    </section>
  )
}

/** What one person proposed, for another to insert. */
function Inserting({ found }: Pick<PartProps, 'found'>) {
  const t = useT()
  const { proposal, proposedBy, revision, locale, answered, verifiedOn } = found
  if (!proposal) return null
  return (
    <>
      <Notice>
        <p>{t(`claims.desk.${proposedBy === 'me' ? 'proposedByMe' : 'proposedByAnother'}`)}</p>
      </Notice>
      {verifiedOn === null && (
        <Notice kind="warn">
          <p>{t('claims.desk.verifyFirst')}</p>
        </Notice>
      )}
      <h3>{t('claims.desk.proposed')}</h3>
      <p className={styles.kept} lang={locale}>
        {proposal.text}
      </p>
      <p>{proposal.by}</p>
      <form method="post" action={actionOf(found)}>
        <input type="hidden" name="revision" value={revision} />
        <div className="actions">
          {proposedBy === 'another' && answered && verifiedOn !== null && (
            <Button name="intent" value="insert">
              {t('claims.desk.insert')}
            </Button>
          )}
          <Button kind="quiet" name="intent" value="reopen">
            {t('claims.desk.reopen')}
          </Button>
        </div>
      </form>
    </>
  )
}

function Accepting({ found, request, refused }: PartProps & { request: ReplyRequest }) {
  const t = useT()
  const { proposal, locale } = found
  const initial = proposal
    ? { replyText: proposal.text, replyBy: proposal.by }
    : { replyText: request.reply, replyBy: request.signedAs }
  const answers = useAnswers(refused, initial)
  return (
    <details open={cameBack(refused, 'accept')}>
      <summary>{t('claims.desk.accept')}</summary>
      <form method="post" action={actionOf(found)} noValidate autoComplete="off">
        <input type="hidden" name="revision" value={found.revision} />
        <p className="small">{t('claims.desk.acceptHint')}</p>
        <TextArea
          {...answers('replyText')}
          rows={8}
          lang={locale}
          spellCheck={false}
          label={t('claims.desk.replyText')}
          required
        />
        <TextField {...answers('replyBy')} label={t('claims.ask.signedAs')} required />
        <Button name="intent" value="accept">
          {t('claims.desk.accept')}
        </Button>
      </form>
    </details>
  )
}

/** Nothing changes on the page, and whoever asked is told why. */
function Refusing({ found, refused }: PartProps) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <details open={cameBack(refused, 'refuse')}>
      <summary>{t('claims.desk.refuse')}</summary>
      <form method="post" action={actionOf(found)} noValidate autoComplete="off">
        <input type="hidden" name="revision" value={found.revision} />
        <SelectField
          {...answers('reason')}
          label={t('claims.desk.reason')}
          emptyChoice={t('claims.desk.reasonEmpty')}
          choices={refuseReasons.map((value) => ({ value, label: t(`claims.reasons.${value}`) }))}
          required
        />
        <TextArea
          {...answers('words')}
          rows={5}
          spellCheck={false}
          label={t('claims.desk.words')}
          hint={t('claims.desk.wordsHint')}
          required
        />
        <Button kind="quiet" name="intent" value="refuse">
          {t('claims.desk.refuse')}
        </Button>
      </form>
    </details>
  )
}
