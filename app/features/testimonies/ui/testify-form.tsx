import { useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { leastStory, mostStory, mostTitle } from '../schema.ts'
import styles from './testify.module.css'
import { StorySteps, type StepProps } from './testify-steps.tsx'

interface TestifyFormProps extends StepProps {
  action: string
  /** This form's own value. */
  once: string
}

/** What the script may say before anything is sent: chosen files would be lost on the way. The server decides. */
function useRules(): string {
  const t = useT()
  return JSON.stringify([
    {
      name: 'title',
      most: mostTitle,
      missing: t('testimonies.errors.titleMissing'),
      long: t('testimonies.errors.titleTooLong'),
    },
    {
      name: 'story',
      least: leastStory,
      most: mostStory,
      missing: t('testimonies.errors.storyMissing'),
      short: t('testimonies.errors.storyTooShort'),
      long: t('testimonies.errors.storyTooLong'),
    },
    { name: 'system', missing: t('testimonies.errors.systemMissing') },
    {
      name: 'files',
      mostFiles: 10,
      mostBytes: 10 * 2 ** 20,
      long: t('testimonies.errors.filesTooLarge'),
      many: t('testimonies.errors.filesTooMany'),
    },
    { name: 'consent', missing: t('testimonies.errors.consentMissing') },
  ])
}

/**
 * One plain page, no script needed; the script shows it step by step. No length is cut while typing: a story too long is said,
 * not silently shortened.
 */
export function TestifyForm({ action, once, ...steps }: TestifyFormProps) {
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
    >
      {/* The first button of a form is what Enter presses: this one does nothing, so that a story is not sent unfinished. */}
      <button type="submit" disabled hidden />
      <input type="hidden" name="once" value={once} />
      <StorySteps {...steps} />
      <Actions>
        <Button kind="quiet" type="button" data-step-back="" hidden>
          {t('testimonies.testify.steps.back')}
        </Button>
        <Button type="button" data-step-next="" hidden>
          {t('testimonies.testify.steps.next')}
        </Button>
      </Actions>
      <div className={styles.sending}>
        <Button wide data-send="">
          {t('testimonies.testify.submit')}
        </Button>
        <SmallPrint>{t('testimonies.testify.afterSubmit')}</SmallPrint>
      </div>
      <p role="status" className="small" data-sending={t('testimonies.testify.steps.sending')} />
      <Button kind="plain" type="button" data-steps-off="" hidden>
        {t('testimonies.testify.steps.all')}
      </Button>
    </form>
  )
}
