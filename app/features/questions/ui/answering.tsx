import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { AskedForDesk } from '../queries/for-team.server.ts'
import { declineReasons } from '../schema.ts'
import { EntryFields } from './entry-fields.tsx'

interface AnsweringProps {
  found: AskedForDesk
  refused: FormState
}

/** The ways to answer, folded one under the other; the one that came back is open. */
export function Answering({ found, refused }: AnsweringProps) {
  const t = useT()
  const { entry, mayAppear, locale } = found
  const lang = t(locale === 'en' ? 'questions.languages.en' : 'questions.languages.fr')
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t('questions.desk.answering')}</h2>
      <p className="small">{t('questions.desk.answerIn', { language: lang })}</p>
      <Answer found={found} refused={refused} />
      <Point found={found} refused={refused} />
      {mayAppear && !entry && <Propose found={found} refused={refused} />}
      {!mayAppear && (
        <Notice>
          <p>{t('questions.desk.privateWhy')}</p>
        </Notice>
      )}
      <Decline found={found} refused={refused} />
    </section>
  )
}

/** The form that was sent and not taken: what was typed into it is in view. */
const cameBack = ({ values }: FormState, intent: string) => values['intent'] === intent
const actionOf = ({ id }: AskedForDesk) => `/admin/questions/${id}`

function Answer({ found, refused }: AnsweringProps) {
  const t = useT()
  const answers = useAnswers(refused, { words: found.words ?? '' })
  const isNew = found.state === 'waiting'
  return (
    <details open={cameBack(refused, 'answer') || (isNew && refused.values['intent'] === undefined)}>
      <summary>{t(isNew ? 'questions.desk.answer' : 'questions.desk.answerAgain')}</summary>
      <form method="post" action={actionOf(found)} noValidate>
        <input type="hidden" name="revision" value={found.revision} />
        <TextArea
          {...answers('words')}
          rows={8}
          lang={found.locale}
          label={t('questions.desk.words')}
          hint={t('questions.desk.wordsHint')}
          required
        />
        <Button name="intent" value="answer">
          {t('questions.desk.sendAnswer')}
        </Button>
      </form>
    </details>
  )
}

function Point({ found, refused }: AnsweringProps) {
  const t = useT()
  const { entries, nearEntries, revision, locale } = found
  const [nearest] = nearEntries.filter((id) => entries.some((entry) => entry.id === id && entry.state === 'published'))
  const answers = useAnswers(refused, { entry: nearest === undefined ? '' : String(nearest) })
  const choices = entries
    .filter(({ state }) => state === 'published')
    .map(({ id, question }) => ({ value: String(id), label: question }))
  if (choices.length === 0) return null
  return (
    <details open={cameBack(refused, 'point')}>
      <summary>{t('questions.desk.point')}</summary>
      <form method="post" action={actionOf(found)} noValidate>
        <input type="hidden" name="revision" value={revision} />
        <SelectField
          {...answers('entry')}
          label={t('questions.desk.pointTo')}
          emptyChoice={t('questions.desk.choose')}
          choices={choices}
          required
        />
        <TextArea {...answers('pointWords')} rows={3} lang={locale} label={t('questions.desk.more')} />
        <Button name="intent" value="point">
          {t('questions.desk.sendPoint')}
        </Button>
      </form>
    </details>
  )
}

function Propose({ found, refused }: AnsweringProps) {
  const t = useT()
  const { locale, words, revision } = found
  // The question is left to be worded anew: what somebody wrote about themselves is not carried on to the site.
  const initial = { [locale === 'en' ? 'answerEn' : 'answerFr']: words ?? '' }
  const answers = useAnswers(cameBack(refused, 'propose') ? refused : undefined, initial)
  return (
    <details open={cameBack(refused, 'propose')}>
      <summary>{t('questions.desk.propose')}</summary>
      <p className="small">{t('questions.desk.proposeWhy')}</p>
      <form method="post" action={actionOf(found)} noValidate>
        <input type="hidden" name="revision" value={revision} />
        <EntryFields answers={answers} />
        <Button name="intent" value="propose">
          {t('questions.desk.sendProposal')}
        </Button>
      </form>
    </details>
  )
}

function Decline({ found, refused }: AnsweringProps) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <details open={cameBack(refused, 'decline')}>
      <summary>{t('questions.desk.decline')}</summary>
      <form method="post" action={actionOf(found)} noValidate>
        <input type="hidden" name="revision" value={found.revision} />
        <SelectField
          {...answers('reason')}
          label={t('questions.desk.reason')}
          emptyChoice={t('questions.desk.choose')}
          choices={declineReasons.map((value) => ({ value, label: t(`questions.reasons.${value}`) }))}
          required
        />
        <TextArea {...answers('declineWords')} rows={3} lang={found.locale} label={t('questions.desk.more')} />
        <Button kind="quiet" name="intent" value="decline">
          {t('questions.desk.sendDecline')}
        </Button>
      </form>
    </details>
  )
}
