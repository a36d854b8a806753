import { useT } from '#app/i18n/use-t.tsx'
import styles from './editor.module.css'

/** Everything a text may hold, as it is typed. */
const marks = [
  { typed: '## …', word: 'heading' },
  { typed: '**…**', word: 'bold' },
  { typed: '- …', word: 'list' },
  { typed: '> …', word: 'quotation' },
  { typed: '[…](https://…)', word: 'link' },
  { typed: '[button: …](https://…)', word: 'button' },
  { typed: '![…](media:…)', word: 'picture' },
  { typed: '{{count}}', word: 'count' },
  { typed: '{{name|…}}', word: 'name' },
  { typed: '{{department|…}}', word: 'department' },
  { typed: '{{quote:…}}', word: 'quote' },
  { typed: '{{signature}}', word: 'signature' },
] as const

/** How a text is marked up, for whoever types it. */
export function WritingHelp() {
  const t = useT()
  return (
    <details className={styles.help}>
      <summary>{t('mailings.insert.help')}</summary>
      <dl>
        {marks.map(({ typed, word }) => (
          <div key={word}>
            <dt>{typed}</dt>
            <dd>{t(`mailings.insert.meaning.${word}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/admin/mailings/pictures" target="_blank" rel="noreferrer">
          {t('pictures.choice.more')}
        </a>
      </p>
    </details>
  )
}
