import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, Desk } from '#app/ui/arrange.tsx'
import { FactList } from '#app/ui/fact-list.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { AskedForDesk } from '../queries/for-team.server.ts'
import { Age, AskedState } from './asked-list.tsx'
import { Answering } from './answering.tsx'
import styles from './desk.module.css'

interface AskedDeskProps {
  found: AskedForDesk
  refused: FormState
}

/** Everything for one answer: what is asked, what is near to it, and the ways to answer. */
export function AskedDesk({ found, refused }: AskedDeskProps) {
  const t = useT()
  const { text, locale } = found
  return (
    <Columns>
      <Desk>
        {text === null ? (
          <Notice title={t('questions.desk.vaultClosed')}>
            <p>{t('questions.desk.vaultClosedWhy')}</p>
          </Notice>
        ) : (
          <section aria-labelledby="asked">
            <h2 id="asked">{t('questions.desk.asked')}</h2>
            <p className={styles.kept} lang={locale}>
              {text}
            </p>
          </section>
        )}
        <Facts found={found} />
        <NearEntries found={found} />
        <EarlierQuestions found={found} />
      </Desk>
      <Desk>{text !== null && <Answering found={found} refused={refused} />}</Desk>
    </Columns>
  )
}

function Facts({ found }: { found: AskedForDesk }) {
  const t = useT()
  const locale = useLocale()
  const { kind, state, days, receivedOn, answeredOn, mayAppear, reason, words, entry, slug } = found
  return (
    <div className={styles.facts}>
      <FactList
        rows={[
          [t('questions.desk.kind'), t(`questions.desk.kinds.${kind}`)],
          [t('questions.desk.state'), <AskedState key="state" state={state} />],
          [t('questions.desk.age'), state === 'waiting' && <Age key="age" days={days} />],
          [t('questions.desk.received'), formatDay(locale, receivedOn)],
          [t('questions.desk.wish'), t(mayAppear ? 'questions.desk.public' : 'questions.desk.privateLong')],
          [
            t('questions.desk.language'),
            t(found.locale === 'en' ? 'questions.languages.en' : 'questions.languages.fr'),
          ],
          [t('questions.desk.answeredOn'), answeredOn && formatDay(locale, answeredOn)],
          [t('questions.desk.reason'), reason && t(`questions.reasons.${reason}`)],
          [t('questions.desk.words'), words],
          [
            t('questions.desk.entry'),
            entry && (
              <a key="entry" href={`/${locale}/${slug}/questions#${entry.slug}`}>
                {entry.question} {entry.state === 'proposed' && t('questions.desk.proposedMark')}
              </a>
            ),
          ],
        ]}
      />
    </div>
  )
}

function NearEntries({ found: { nearEntries, entries } }: { found: AskedForDesk }) {
  const t = useT()
  const near = nearEntries.flatMap((id) => entries.filter((entry) => entry.id === id))
  return (
    <section aria-labelledby="near">
      <h2 id="near">{t('questions.desk.near')}</h2>
      {near.length === 0 && <p>{t('questions.desk.nearNone')}</p>}
      {near.map(({ id, question, answer, state }) => (
        <details key={id}>
          <summary>
            {question} {state === 'proposed' && t('questions.desk.proposedMark')}
          </summary>
          <p className={styles.kept}>{answer}</p>
        </details>
      ))}
    </section>
  )
}

/** What was asked before and how it was answered, so that two people are told the same. */
function EarlierQuestions({ found: { earlier } }: { found: AskedForDesk }) {
  const t = useT()
  if (earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('questions.desk.earlier')}</h2>
      {earlier.map(({ id, begins, words, state }) => (
        <details key={id}>
          <summary>
            {begins} <AskedState state={state} />
          </summary>
          {words && <p className={styles.kept}>{words}</p>}
          <p>
            <a href={`/admin/questions/${id}`}>{t('questions.desk.open')}</a>
          </p>
        </details>
      ))}
    </section>
  )
}
