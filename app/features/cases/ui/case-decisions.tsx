import { reasons } from '#app/features/moderation/reasons.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { ForDesk } from '../queries/for-team.server.ts'
import { keepReasons, refuseReasons, type CaseKind } from '../schema.ts'
import type { CaseRequest } from '../sealed-case.server.ts'
import styles from './cases.module.css'

interface DecidingProps {
  found: ForDesk
  request: CaseRequest
  refused: FormState
}

/** The ways to answer, folded one under the other; the one that came back is open. */
export function Deciding({ found, request, refused }: DecidingProps) {
  const t = useT()
  const { kind, state, published } = found
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t('cases.desk.decide')}</h2>
      {(kind === 'reply' || published) && (
        <p className="small">{t(kind === 'report' ? 'cases.desk.decideReport' : 'cases.desk.decideReply')}</p>
      )}
      {state === 'accepted' && <Inserting found={found} />}
      {request.kind === 'reply' && published && (
        <Accepting found={found} asked={{ replyText: request.reply, replyBy: request.signedAs }} refused={refused} />
      )}
      {/* What has left the site cannot be left on it. */}
      {(kind === 'reply' || published) && <Closing found={found} refused={refused} />}
      <TakingOff found={found} refused={refused} />
    </section>
  )
}

interface PartProps {
  found: ForDesk
  refused: FormState
}

/** The form that was sent and not taken, for whatever reason: what was typed into it is in view. */
const cameBack = ({ values }: FormState, intent: string) => values['intent'] === intent

const actionOf = ({ id }: ForDesk) => `/admin/cases/${id}`

/** What one person proposed, for another to insert. */
function Inserting({ found }: Pick<PartProps, 'found'>) {
  const t = useT()
  const { proposed, proposedBy, published, revision, locale } = found
  if (!proposed) return null
  return (
    <>
      <Notice>
        <p>{t(`cases.desk.${proposedBy === 'me' ? 'proposedByMe' : 'proposedByAnother'}`)}</p>
      </Notice>
      <h3>{t('cases.desk.proposed')}</h3>
      <p className={styles.kept} lang={locale}>
        {proposed.text}
      </p>
      <p>{proposed.by}</p>
      <form method="post" action={actionOf(found)}>
        <input type="hidden" name="revision" value={revision} />
        <div className="actions">
          {proposedBy === 'another' && published && (
            <Button name="intent" value="insert">
              {t('cases.desk.insert')}
            </Button>
          )}
          <Button kind="quiet" name="intent" value="reopen">
            {t('cases.desk.reopen')}
          </Button>
        </div>
      </form>
    </>
  )
}

interface AcceptingProps extends PartProps {
  asked: { replyText: string; replyBy: string }
}

function Accepting({ found, asked, refused }: AcceptingProps) {
  const t = useT()
  const { proposed, locale } = found
  const initial = proposed ? { replyText: proposed.text, replyBy: proposed.by } : asked
  const answers = useAnswers(refused, initial)
  const [text, by] = [answers('replyText'), answers('replyBy')]
  return (
    <details open={cameBack(refused, 'accept')}>
      <summary>{t('cases.desk.accept')}</summary>
      <form method="post" action={actionOf(found)} noValidate autoComplete="off">
        <input type="hidden" name="revision" value={found.revision} />
        <p className="small">{t('cases.desk.acceptHint')}</p>
        <TextArea {...text} rows={8} lang={locale} spellCheck={false} label={t('cases.desk.replyText')} required />
        <TextField {...by} label={t('cases.desk.replyBy')} required />
        <Button name="intent" value="accept">
          {t('cases.desk.accept')}
        </Button>
      </form>
    </details>
  )
}

const closings = {
  report: { reasons: keepReasons, label: 'cases.desk.closeReport' },
  reply: { reasons: refuseReasons, label: 'cases.desk.closeReply' },
} as const satisfies Record<CaseKind, object>

/** Nothing changes on the site, and whoever asked is told why. */
function Closing({ found, refused }: PartProps) {
  const t = useT()
  const answers = useAnswers(refused)
  const { reasons, label } = closings[found.kind]
  const [reason, words] = [answers('reason'), answers('words')]
  return (
    <details open={cameBack(refused, 'close')}>
      <summary>{t(label)}</summary>
      <form method="post" action={actionOf(found)} noValidate autoComplete="off">
        <input type="hidden" name="revision" value={found.revision} />
        <SelectField
          {...reason}
          label={t('cases.desk.deskReason')}
          emptyChoice={t('cases.desk.reasonEmpty')}
          choices={reasons.map((value) => ({ value, label: t(`cases.reasons.${value}`) }))}
          required
        />
        <TextArea
          {...words}
          rows={5}
          spellCheck={false}
          label={t('cases.desk.words')}
          hint={t('cases.desk.wordsHint')}
          required
        />
        <Button kind="quiet" name="intent" value="close">
          {t(label)}
        </Button>
      </form>
    </details>
  )
}

/** The testimony leaves the site, and whoever asked is told why. */
function TakingOff({ found, refused }: PartProps) {
  const t = useT()
  const answers = useAnswers(refused)
  const label = t(found.published ? 'cases.desk.unpublish' : 'cases.desk.unpublishGone')
  const [reason, words] = [answers('unpublishReason'), answers('unpublishWords')]
  return (
    <details open={cameBack(refused, 'unpublish')}>
      <summary>{label}</summary>
      <form method="post" action={actionOf(found)} noValidate autoComplete="off">
        <input type="hidden" name="revision" value={found.revision} />
        {found.published && <p className="small">{t('cases.desk.unpublishHint')}</p>}
        <SelectField
          {...reason}
          label={t('cases.desk.deskReason')}
          emptyChoice={t('cases.desk.reasonEmpty')}
          choices={reasons.unpublish.map((value) => ({ value, label: t(`cases.reasons.${value}`) }))}
          required
        />
        <TextArea
          {...words}
          rows={5}
          spellCheck={false}
          label={t('cases.desk.words')}
          hint={t('cases.desk.wordsHint')}
          required
        />
        <Button kind="quiet" name="intent" value="unpublish">
          {label}
        </Button>
      </form>
    </details>
  )
}
