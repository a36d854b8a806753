import letterScript from 'virtual:enhance/letter'
import { compose } from '#app/features/remedies/rules/letter/compose.ts'
import { sheetOf, type SheetNode } from '#app/features/remedies/rules/letter/sheet.ts'
import type { LetterContent } from '#app/features/remedies/schema.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { LetterFields } from './letter-fields.tsx'
import { LetterTakeaway } from './letter-takeaway.tsx'
import styles from './letter-maker.module.css'
import { frameWords, useLetterWords } from './letter-words.ts'

interface LetterMakerProps {
  slug: string
  letter: LetterContent
  /** `/fr/score`. */
  campaignPath: string
}

/**
 * A letter to fill in by hand; with the script, its fields, the letter as it is typed, and what to take along. There is no form: nothing here
 * has anywhere to be sent to.
 */
export function LetterMaker({ slug, letter }: LetterMakerProps) {
  const t = useT()
  const words = useLetterWords(letter)
  if (letter.form === 'card') return null
  const { addressee, subject, body } = letter.fr
  // What the script needs, and no explanation.
  const made = {
    fields: letter.fields.map(({ name, as, optional, choicesFr }) => ({ name, as, optional, choicesFr })),
    deadlines: letter.deadlines,
    fr: { addressee, subject, body },
    enclosures: letter.enclosures.map(({ fr }) => ({ fr })),
  }
  return (
    <div
      className={styles.maker}
      data-letter={slug}
      data-letter-content={JSON.stringify(made)}
      data-letter-words={JSON.stringify(words)}
    >
      <script type="module" src={letterScript} />
      <div className={styles.columns}>
        <div data-letter-tools="" hidden>
          <LetterFields letter={letter} />
          <LetterTakeaway hasDeadlines={letter.deadlines.length > 0} />
        </div>
        {/* Beside the fields it scrolls by itself. */}
        <section className={styles.result} aria-labelledby="letter-yours" tabIndex={0}>
          <h3 id="letter-yours">{t('maker.yours')}</h3>
          <p className="hint" data-letter-by-hand="">
            {t('maker.byHand')}
          </p>
          <div className={styles.sheet} lang="fr" data-letter-sheet="">
            {sheetOf(compose(made, null, frameWords)).map((node, at) => (
              <Drawn key={at} node={node} />
            ))}
          </div>
        </section>
      </div>
    </div>
  )
}

function Drawn({ node: { tag: Tag, part, children } }: { node: SheetNode }) {
  if (Tag === 'br') return <br />
  return (
    <Tag data-part={part}>
      {children.map((child, at) => (typeof child === 'string' ? child : <Drawn key={at} node={child} />))}
    </Tag>
  )
}
