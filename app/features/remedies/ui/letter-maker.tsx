import { useT } from '#app/i18n/use-t.tsx'
import type { LetterContent } from '../schema.ts'
import styles from './remedies.module.css'

interface LetterMakerProps {
  slug: string
  letter: LetterContent
  campaignPath: string
}

const blank = '…………'
const isItem = (line: string) => /^(\d+\.|-) /.test(line)

/** The letter with blanks, to copy by hand. A passage to keep or to cross out begins with a box. */
export function LetterMaker({ letter: { fr, enclosures, form } }: LetterMakerProps) {
  const t = useT()
  if (form === 'card') return null
  return (
    <div className={styles.sheet} lang="fr">
      <p>{blank}</p>
      <p>{withBlanks(fr.addressee)}</p>
      <p>{t('remedies.letter.madeAt', { place: blank, day: blank })}</p>
      <p>
        <strong>{fr.subject}</strong>
      </p>
      {withBlanks(fr.body)
        .split(/\n\s*\n/)
        .map((paragraph, n) => (
          <Paragraph key={n} lines={paragraph.split('\n')} />
        ))}
      <p>{blank}</p>
      <ul>
        {enclosures.map((one) => (
          <li key={one.fr}>{one.fr}</li>
        ))}
      </ul>
    </div>
  )
}

function Paragraph({ lines }: { lines: readonly string[] }) {
  const items = lines.filter(isItem)
  return (
    <>
      {items.length < lines.length && <p>{lines.filter((line) => !isItem(line)).join(' ')}</p>}
      {items.length > 0 && (
        <ol>
          {items.map((item, n) => (
            <li key={n}>{item.replace(/^(\d+\.|-) /, '')}</li>
          ))}
        </ol>
      )}
    </>
  )
}

const withBlanks = (text: string): string =>
  text
    .replaceAll(
      /\[\[if [^\]]+\]\]\n(\d+\. )?|\[\[else\]\]\n(\d+\. )?/g,
      (_, item = '', other = '') => `${item || other}☐ `,
    )
    .replaceAll(/\n?\[\[end\]\]/g, '')
    .replaceAll(/\{\{\w+\}\}/g, blank)
