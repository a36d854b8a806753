import { useT } from '#app/i18n/use-t.tsx'
import type { AudienceWords } from '../queries/audience-words.server.ts'

interface TrialInWordsProps {
  words: AudienceWords
  /** It has begun: its first subject is nowhere else on the page once the second was chosen. */
  past?: boolean
}

/** Of a mailing that tries two subjects: who gets which, and which was chosen. Nothing where there is one. */
export function TrialInWords({ words: { trial, second, trialShare: share }, past }: TrialInWordsProps) {
  const t = useT()
  if (!trial || !second || share === null) return null
  const sentence = trial.winner
    ? t('mailings.trial.keptDecided', { share, variant: trial.winner.toUpperCase() })
    : t(trial.isOver ? 'mailings.trial.keptOver' : 'mailings.trial.kept', { share })
  return (
    <>
      <p>{sentence}</p>
      <ul className="sentences">
        {past &&
          (['fr', 'en'] as const).map((each) => (
            <li key={`a ${each}`}>
              {t(`mailings.trial.firstSubjects.${each}`)} <strong lang={each}>{trial.first[each]}</strong>
            </li>
          ))}
        {(['fr', 'en'] as const).map((each) => (
          <li key={`b ${each}`}>
            {t(`mailings.trial.subjects.${each}`)} <strong lang={each}>{second[each]}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
