import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import type { Proposal } from '../../inbox.ts'
import { GuardPanel, ReplaceStops } from '../guard-panel.tsx'
import styles from './inbox.module.css'
import { StepForm, type PartProps } from './step-form.tsx'

/** Uses that show something of a story to others than the team. */
const showing = ['quote', 'publish', 'press']

/** No to this version, as easy as the yes beside it. A word is welcome and nobody has to give one. */
export function Refusing({ proposal, typed, stopped, receipt, once }: PartProps & { proposal: Proposal }) {
  const t = useT()
  const answers = useAnswers(typed)
  const why = answers('why')
  return (
    <div className={styles.refuse}>
      <StepForm intent="refuse" receipt={receipt} once={once} fields={{ draftVersion: proposal.version }}>
        <p>{t(`testimonies.inbox.no.${proposal.approved ? 'after' : 'text'}`)}</p>
        <TextArea
          {...why}
          label={t('testimonies.inbox.no.why')}
          hint={t('testimonies.inbox.no.whyHint')}
          rows={3}
          autoComplete="off"
          spellCheck={false}
          after={<GuardPanel field="why" value={why.defaultValue} />}
        />
        <Actions>
          <Button kind="quiet">{t('testimonies.inbox.no.submit')}</Button>
        </Actions>
        {stopped === 'refuse' && <ReplaceStops />}
      </StepForm>
    </div>
  )
}

/** Three noes that are not the same: of this text, of every text, of everything. */
export function WaysToSayNo({ inbox, receipt, once }: PartProps) {
  const t = useT()
  const { proposal, uses } = inbox
  const isShown = uses.some((use) => showing.includes(use))
  return (
    <div className={styles.ways}>
      <h3>{t('testimonies.inbox.no.ways')}</h3>
      <ul>
        {proposal && (
          <li>
            <strong>{t('testimonies.inbox.no.version')}</strong> {t('testimonies.inbox.no.versionMeans')}
          </li>
        )}
        {isShown && (
          <li>
            <strong>{t('testimonies.inbox.no.nothing')}</strong> {t('testimonies.inbox.no.nothingMeans')}
            <StepForm
              intent="uses"
              receipt={receipt}
              once={once}
              fields={{ uses: uses.filter((use) => !showing.includes(use)) }}
            >
              <Actions>
                <Button kind="quiet">{t('testimonies.inbox.no.stop')}</Button>
              </Actions>
            </StepForm>
          </li>
        )}
        <li>
          <strong>{t('testimonies.inbox.no.everything')}</strong> {t('testimonies.inbox.no.everythingMeans')}
        </li>
      </ul>
    </div>
  )
}
