import { useContext } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { sayPerson } from '../rules/tell.ts'
import { Figure } from './figure.tsx'
import type { PartProps } from './part.ts'
import { SaidContext } from './said.tsx'
import { spokenWords } from './spoken-words.ts'
import styles from './scoring.module.css'

/**
 * The hundred people in the order of their points. For the script they are radio buttons: one stop for the keyboard, and the
 * arrows walk along the queue. Without it they are one picture that says its outcome.
 */
export function People({ sets, reading }: PartProps) {
  const t = useT()
  const saying = { words: spokenWords(t), locale: useLocale() }
  const mode = sets[0]?.mode ?? 'suspicion'
  const said = useContext(SaidContext)
  return (
    <>
      <p className="hint" id="people-hint" hidden data-live>
        {t('scoring.play.peopleHint')}
      </p>
      <div
        className={styles.people}
        role="img"
        aria-label={`${t('scoring.play.people')}. ${said['live'] ?? ''}`}
        data-label={t('scoring.play.people')}
        data-people
      >
        {reading.people.map((person) => (
          <label key={person.number} data-person={person.number}>
            <input
              type="radio"
              name="person"
              value={person.number}
              defaultChecked={person.number === reading.person.number}
              aria-label={sayPerson(saying, person, mode)}
              autoComplete="off"
              hidden
            />
            <Figure number={person.number} state={person.state} />
            <span data-points aria-hidden="true">
              {person.score}
            </span>
          </label>
        ))}
      </div>
    </>
  )
}
