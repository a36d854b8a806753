import { roomForReply } from '#app/features/campaigns/rules/right-of-reply.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { About, addressOf, type AboutTestimony } from './about.tsx'
import { Typed } from './typed.tsx'

interface ReplyPageProps {
  testimony: AboutTestimony
  /** `YYYY-MM-DD`: nobody can ask after it. */
  lastDay: string
  inTime: boolean
  /** Characters. */
  most: number
  typed: FormState
  once: string
}

const order = ['passages', 'reply', 'signedAs', 'orRemoved', 'name', 'quality', 'email', 'entitled']

/** A right of reply: the conditions in plain words, then one plain page. */
export function ReplyPage({ testimony, lastDay, inTime, most, typed, once }: ReplyPageProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const errors = useErrorList(typed, order)
  const here = addressOf(locale, testimony)
  const bounds = {
    last: formatDay(locale, lastDay),
    least: formatNumber(locale, roomForReply),
    most: formatNumber(locale, most),
  }
  if (!inTime)
    return (
      <Page title={t('cases.reply.lateTitle')} lead={<p>{t('cases.reply.late', bounds)}</p>}>
        <About testimony={testimony} />
        <Typed typed={typed} fields={['reply', 'passages']} />
        <Actions>
          <ButtonLink kind="quiet" href={`${here}/report`}>
            {t('cases.links.report')}
          </ButtonLink>
        </Actions>
      </Page>
    )
  return (
    <Page title={t('cases.reply.title')} lead={<p>{t('cases.reply.lead')}</p>}>
      <ErrorSummary errors={errors} />
      <About testimony={testimony} />
      <p>{t('cases.reply.rules', bounds)}</p>
      <form method="post" action={`${here}/reply`} noValidate>
        <input type="hidden" name="once" value={once} />
        <Wanted answers={answers} most={bounds.most} ticked={typed.values.orRemoved === 'on'} />
        <Asker answers={answers} ticked={typed.values.entitled === 'on'} />
        <Button wide>{t('cases.reply.send')}</Button>
        <SmallPrint>{t('cases.reply.after')}</SmallPrint>
      </form>
    </Page>
  )
}

interface PartProps {
  answers: Answers
  ticked: boolean
}

function Wanted({ answers, most, ticked }: PartProps & { most: string }) {
  const t = useT()
  return (
    <>
      <TextArea
        {...answers('passages')}
        rows={3}
        label={t('cases.reply.passages')}
        hint={t('cases.reply.passagesHint')}
        required
      />
      <TextArea
        {...answers('reply')}
        rows={10}
        label={t('cases.reply.reply')}
        hint={t('cases.reply.replyHint', { most })}
        required
      />
      <TextField
        {...answers('signedAs')}
        label={t('cases.reply.signedAs')}
        hint={t('cases.reply.signedAsHint')}
        required
      />
      <Check name="orRemoved" label={t('cases.reply.orRemoved')} defaultChecked={ticked} />
    </>
  )
}

function Asker({ answers, ticked }: PartProps) {
  const t = useT()
  return (
    <fieldset className="field">
      <legend>{t('cases.reply.person')}</legend>
      <p className="hint">{t('cases.reply.personHint')}</p>
      <TextField {...answers('name')} label={t('cases.reply.name')} autoComplete="name" required />
      <TextField
        {...answers('quality')}
        label={t('cases.reply.quality')}
        hint={t('cases.reply.qualityHint')}
        autoComplete="organization-title"
        required
      />
      <TextField {...answers('email')} type="email" label={t('cases.reply.email')} autoComplete="email" required />
      <Check
        name="entitled"
        label={t('cases.reply.entitled')}
        error={answers('entitled').error}
        defaultChecked={ticked}
        required
      />
    </fieldset>
  )
}
