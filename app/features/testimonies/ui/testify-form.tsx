import { useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { fileBounds, leastStory, mostStory, mostTitle, mostWarning } from '../schema.ts'
import { ReplaceStops } from './guard-panel.tsx'
import styles from './testify.module.css'
import { StorySteps, type StepProps } from './testify-steps.tsx'

interface TestifyFormProps extends StepProps {
  action: string
  /** This form's own value. */
  once: string
  /** It came back because of what points to somebody. */
  stopped?: boolean
}

/** What the script may say before anything is sent: chosen files would be lost on the way. The server decides. */
function useRules(): string {
  const t = useT()
  const stop = t('testimonies.guard.stop')
  return JSON.stringify([
    {
      name: 'title',
      most: mostTitle,
      missing: t('testimonies.errors.titleMissing'),
      long: t('testimonies.errors.titleTooLong'),
      stop,
    },
    {
      name: 'story',
      least: leastStory,
      most: mostStory,
      missing: t('testimonies.errors.storyMissing'),
      short: t('testimonies.errors.storyTooShort'),
      long: t('testimonies.errors.storyTooLong'),
      stop,
    },
    { name: 'system', missing: t('testimonies.errors.systemMissing') },
    { name: 'contentWarning', most: mostWarning, long: t('testimonies.errors.contentWarningTooLong'), stop },
    {
      name: 'files',
      mostFiles: fileBounds.files,
      mostBytes: fileBounds.bytes,
      long: t('testimonies.errors.filesTooLarge'),
      many: t('testimonies.errors.filesTooMany'),
    },
    { name: 'consent', missing: t('testimonies.errors.consentMissing') },
  ])
}

/**
 * One plain page, no script needed; with the script, whoever wishes is shown one step at a time. No length is cut while typing: a story too long is said,
 * not silently shortened.
 */
export function TestifyForm({ action, once, stopped, ...steps }: TestifyFormProps) {
  const t = useT()
  const rules = useRules()
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className={styles.form}
      noValidate
      autoComplete="off"
      data-deposit={rules}
      data-printed=""
    >
      {/* The first button of a form is what Enter presses: this one does nothing, so that a story is not sent unfinished. */}
      <input type="submit" disabled hidden />
      <input type="hidden" name="once" value={once} />
      <Button kind="quiet" type="button" data-steps-on="" hidden>
        {t('testimonies.testify.steps.one')}
      </Button>
      <StorySteps {...steps} />
      <div className={styles.sending}>
        <Button wide data-send="">
          {t('testimonies.testify.submit')}
        </Button>
        <SmallPrint>{t('testimonies.testify.afterSubmit')}</SmallPrint>
      </div>
      {stopped && <ReplaceStops />}
      <p aria-live="polite" className="small" data-sending={t('testimonies.testify.steps.sending')} />
      <Actions>
        <Button kind="quiet" type="button" data-step-back="" hidden>
          {t('testimonies.testify.steps.back')}
        </Button>
        <Button type="button" data-step-next="" hidden>
          {t('testimonies.testify.steps.next')}
        </Button>
        <Button kind="plain" type="button" data-steps-off="" hidden>
          {t('testimonies.testify.steps.all')}
        </Button>
      </Actions>
    </form>
  )
}
