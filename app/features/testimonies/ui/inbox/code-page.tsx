import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { ReadGroup } from '../../inbox.ts'
import styles from './inbox.module.css'
import { Traceless } from './traceless.tsx'

interface CodePageProps {
  typed: FormState
  once: string
  /** The form had been answered before. */
  again?: boolean
  /** The code that opened nothing. */
  asRead?: readonly ReadGroup[]
}

/** The one field that opens. Nothing on it says what a code is for: others may see the screen. */
export function CodePage({ typed, once, again = false, asRead = [] }: CodePageProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const errors = useErrorList(typed, ['receipt'])
  return (
    <Traceless>
      <Page title={t('testimonies.inbox.code.title')} lead={<p>{t('testimonies.inbox.code.lead')}</p>}>
        <ErrorSummary errors={errors} />
        {again && <Notice title={t('testimonies.inbox.code.again')} role="status" />}
        <form method="post" action={`/${locale}/inbox`} noValidate autoComplete="off" className={styles.code}>
          <input type="hidden" name="once" value={once} />
          <TextField
            {...answers('receipt')}
            label={t('testimonies.inbox.code.label')}
            hint={t('testimonies.inbox.code.hint')}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <Actions>
            <Button>{t('testimonies.inbox.code.submit')}</Button>
          </Actions>
        </form>
        <AsRead groups={asRead} />
        <Kept values={typed.values} />
        <SmallPrint>{t('testimonies.inbox.code.lost')}</SmallPrint>
      </Page>
    </Traceless>
  )
}

/** The code as it was read, to compare with the card group by group; where a slip can be seen, it is marked. */
function AsRead({ groups }: { groups: readonly ReadGroup[] }) {
  const t = useT()
  if (groups.length === 0) return null
  return (
    <section className={styles.asRead} aria-labelledby="as-read">
      <h2 id="as-read">{t('testimonies.inbox.code.asRead')}</h2>
      <p>{t('testimonies.inbox.code.compare')}</p>
      <ol>
        {groups.map(({ symbols, doubtful }, place) => (
          <li key={place} data-doubtful={doubtful || undefined}>
            <code>{symbols}</code>
            {doubtful && <strong> {t('testimonies.inbox.code.doubtful')}</strong>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What somebody had written when this page answered instead: nobody else has it. */
export function Kept({ values }: Pick<FormState, 'values'>) {
  const t = useT()
  const words = ['message', 'title', 'contentWarning', 'text', 'quote', 'note', 'why']
    .flatMap((name) => values[name] ?? [])
    .filter(Boolean)
  if (words.length === 0) return null
  return (
    <section>
      <h2>{t('testimonies.inbox.code.typed')}</h2>
      <p className={styles.kept}>{words.join('\n\n')}</p>
    </section>
  )
}

/** What stands there after "close": nothing. */
export function ClosedInbox() {
  const t = useT()
  const locale = useLocale()
  return (
    <Traceless>
      <Page title={t('testimonies.inbox.closed.title')} lead={<p>{t('testimonies.inbox.closed.lead')}</p>}>
        <Actions>
          <ButtonLink kind="quiet" href={`/${locale}`}>
            {t('testimonies.inbox.closed.home')}
          </ButtonLink>
        </Actions>
      </Page>
    </Traceless>
  )
}
