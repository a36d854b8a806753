import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import type { Inbox } from '../../inbox.ts'
import { useItemWords } from '../beside-words.ts'
import { GuardPanel, ReplaceStops } from '../guard-panel.tsx'
import styles from './inbox.module.css'
import { StepForm, type PartProps } from './step-form.tsx'

/** From this many on, how many are left is said. */
const fewLeft = 10

/** What the team and the witness wrote to each other, dated to the day, and a box to write at any time. */
export function Thread(part: PartProps) {
  const t = useT()
  const { messages, messagesLeft } = part.inbox
  return (
    <Section id="thread" title={t('testimonies.inbox.thread.title')}>
      {messages.length === 0 ? (
        <p>{t('testimonies.inbox.thread.empty')}</p>
      ) : (
        <ol className={styles.thread}>
          {messages.map((message) => (
            <Message key={message.id} message={message} lang={part.inbox.locale} />
          ))}
        </ol>
      )}
      {messagesLeft > 0 ? <Writing {...part} /> : <SmallPrint>{t('testimonies.inbox.thread.full')}</SmallPrint>}
    </Section>
  )
}

function Message({ message, lang }: { message: Inbox['messages'][number]; lang: string }) {
  const t = useT()
  const locale = useLocale()
  const words = useItemWords()
  const { author, day, kind, text, amendment, leaveOut } = message
  const who = t(`testimonies.inbox.thread.${author === 'team' ? 'team' : 'you'}`)
  return (
    <li className={author === 'team' ? styles.theirs : styles.mine}>
      <h3>
        {t('testimonies.inbox.thread.heading', { who, day: formatDay(locale, day) })}
        {(kind === 'decision' || kind === 'amendment' || kind === 'refusal') && (
          <span className={styles.kind}> {t(`testimonies.inbox.thread.${kind}`)}</span>
        )}
      </h3>
      {text === null ? (
        <p>{t('testimonies.inbox.thread.broken')}</p>
      ) : (
        text && (
          <p className={styles.text} lang={lang}>
            {text}
          </p>
        )
      )}
      {leaveOut.length > 0 && <p>{t('testimonies.beside.leaveOut', { list: leaveOut.map(words).join(' · ') })}</p>}
      {amendment && (
        <details className={styles.fold}>
          <summary>{amendment.title}</summary>
          <p className={styles.text} lang={lang}>
            <Redacted text={amendment.text} />
          </p>
        </details>
      )}
    </li>
  )
}

function Writing({ inbox, typed, stopped, receipt, once }: PartProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const { state, messagesLeft } = inbox
  return (
    <StepForm intent="write" receipt={receipt} once={once}>
      <TextArea
        {...answers('message')}
        label={t(`testimonies.inbox.thread.${state === 'asked' ? 'answer' : 'write'}`)}
        hint={t('testimonies.inbox.thread.hint')}
        rows={6}
        autoComplete="off"
        spellCheck={false}
        required
        after={<GuardPanel field="message" value={answers('message').defaultValue} offersHelp />}
      />
      {messagesLeft <= fewLeft && (
        <SmallPrint>
          {t('testimonies.inbox.thread.left', { count: messagesLeft, number: formatNumber(locale, messagesLeft) })}
        </SmallPrint>
      )}
      <Actions>
        <Button kind={state === 'asked' ? 'primary' : 'quiet'}>{t('testimonies.inbox.thread.send')}</Button>
      </Actions>
      {stopped === 'write' && <ReplaceStops />}
    </StepForm>
  )
}
