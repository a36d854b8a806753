import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { OverdueEntry, ShownChange, ShownEntry } from '../queries/faq.server.ts'
import styles from './questions.module.css'

/** One question with its answer, open: it is found by the browser, printed, and linked to by its anchor. */
export function Answer({ entry }: { entry: ShownEntry }) {
  const locale = useLocale()
  const { slug, question, answerHtml, lang, history } = entry
  const foreign = lang === locale ? undefined : lang
  return (
    <article className={styles.answer} id={slug} aria-labelledby={`${slug}-question`}>
      <h3 id={`${slug}-question`}>
        <a href={`#${slug}`} lang={foreign}>
          {question}
        </a>
      </h3>
      <OtherLanguage lang={lang} />
      <Prose html={answerHtml} lang={foreign} />
      <Days entry={entry} />
      {history.length > 0 && <Earlier slug={slug} history={history} lang={foreign} />}
    </article>
  )
}

/** Said when the page is in another language than the answer. */
export function OtherLanguage({ lang }: { lang: 'fr' | 'en' }) {
  const t = useT()
  if (lang === useLocale()) return null
  return <p className="small">{t(`questions.answer.onlyIn.${lang}`)}</p>
}

function Days({ entry: { verifiedOn, updatedOn, publishedOn } }: { entry: ShownEntry }) {
  const t = useT()
  const locale = useLocale()
  const said = [
    verifiedOn && t('questions.answer.verified', { day: formatDay(locale, verifiedOn) }),
    updatedOn
      ? t('questions.answer.changed', { day: formatDay(locale, updatedOn) })
      : publishedOn && t('questions.answer.published', { day: formatDay(locale, publishedOn) }),
  ].filter(Boolean)
  return said.length > 0 ? <p className="small">{said.join(' · ')}</p> : null
}

interface EarlierProps {
  slug: string
  history: readonly ShownChange[]
  lang: string | undefined
}

/** What was said before, and why it changed. */
function Earlier({ slug, history, lang }: EarlierProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <details className={styles.earlier} id={`${slug}-before`}>
      <summary>{t('questions.answer.earlier', { count: history.length })}</summary>
      <ol>
        {history.map(({ on, change, note, question, answerHtml }) => (
          <li key={on + note}>
            <p>
              <strong>
                {t(`questions.answer.change.${change === 'correction' ? 'correction' : 'update'}`, {
                  day: formatDay(locale, on),
                })}
              </strong>{' '}
              <span lang={lang}>{note}</span>
            </p>
            <p className="small">{t('questions.answer.before')}</p>
            <div className={styles.before} lang={lang}>
              <p>
                <strong>{question}</strong>
              </p>
              <Prose html={answerHtml} />
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Its day is past: nobody reads as true what nobody has verified. */
export function OverdueAnswer({ entry: { slug, question, lang, since } }: { entry: OverdueEntry }) {
  const t = useT()
  const locale = useLocale()
  return (
    <article className={styles.answer} id={slug}>
      <h3 lang={lang === locale ? undefined : lang}>{question}</h3>
      <p>{t('questions.answer.overdue', { day: formatDay(locale, since) })}</p>
    </article>
  )
}
