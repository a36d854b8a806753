import { useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { RedactedText } from '#app/ui/voice.tsx'
import type { ReadableTestimony } from '../workbench.ts'
import { Folded } from './folded.tsx'
import type { NotTaken } from './form-state.ts'
import styles from './workbench.module.css'

interface DraftFormProps {
  testimony: ReadableTestimony
  notTaken?: NotTaken
  /** Only where a proposal is the next step. */
  proposes: boolean
}

/** The text that is to appear. What was typed stays, even when someone else was faster. */
export function DraftForm({ testimony, notTaken, proposes }: DraftFormProps) {
  const t = useT()
  const { id, draft, draftVersion, locale } = testimony
  const { title, text, contentWarning, quote } = draft
  const answers = useAnswers(notTaken, { title, text, contentWarning: contentWarning ?? '', quote: quote ?? '' })
  const typed = notTaken?.values['text']
  const overtaken = notTaken?.refusal === 'someone-was-faster' && typed !== undefined
  return (
    <form method="post" action={`/admin/testimonies/${id}`} className={styles.draft} noValidate autoComplete="off">
      <input type="hidden" name="draftVersion" value={draftVersion} />
      {overtaken && (
        <section className={styles.saved}>
          <p>
            <strong>{t('moderation.item.typed')}</strong>
          </p>
          <RedactedText text={`${title}\n\n${text}`} lang={locale} />
        </section>
      )}
      <TextField {...answers('title')} label={t('moderation.item.fieldTitle')} required />
      <Folded warning={typed === undefined ? contentWarning : null}>
        <TextArea
          {...answers('text')}
          rows={10}
          lang={locale}
          label={t('moderation.item.fieldText')}
          hint={t('moderation.item.fieldTextHint')}
          required
        />
      </Folded>
      <TextField
        {...answers('contentWarning')}
        label={t('moderation.item.fieldWarning')}
        hint={t('moderation.item.fieldWarningHint')}
      />
      {testimony.uses.includes('quote') && (
        <TextArea
          {...answers('quote')}
          rows={2}
          lang={locale}
          label={t('moderation.item.fieldQuote')}
          hint={t('moderation.item.fieldQuoteHint')}
        />
      )}
      <Actions>
        <Button kind="quiet" name="intent" value="save">
          {t('moderation.item.save')}
        </Button>
        {proposes && (
          <Button name="intent" value="propose">
            {t('moderation.item.propose')}
          </Button>
        )}
      </Actions>
      {proposes && <SmallPrint>{t('moderation.item.proposeHint')}</SmallPrint>}
    </form>
  )
}
