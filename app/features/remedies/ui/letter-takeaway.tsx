import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import styles from './letter-maker.module.css'

/** What is missing, the last days, and the ways to take the letter along. */
export function LetterTakeaway({ hasDeadlines }: { hasDeadlines: boolean }) {
  const t = useT()
  return (
    <div className={styles.takeaway} data-letter-takeaway="">
      {hasDeadlines && (
        <section className={styles.deadlines} aria-labelledby="letter-deadlines">
          <h3 id="letter-deadlines">{t('maker.deadlines.title')}</h3>
          <ul data-letter-deadlines="" aria-live="polite" />
          <p className="hint">{t('maker.deadlines.advice')}</p>
        </section>
      )}
      <p className={styles.missing}>
        <span data-letter-missing="" />{' '}
        <Button kind="plain" type="button" data-letter-first="" hidden>
          {t('maker.firstMissing')}
        </Button>
      </p>
      <p className="visually-hidden" aria-live="polite" data-letter-missing-said="" />
      <p className="hint" data-letter-long-address="" hidden>
        {t('maker.longAddress')}
      </p>
      <div className={styles.ways} role="group" aria-label={t('maker.take')}>
        <Button type="button" data-letter-take="print">
          {t('maker.print')}
        </Button>
        <Button kind="quiet" type="button" data-letter-take="odt">
          {t('maker.odt')}
        </Button>
        <Button kind="quiet" type="button" data-letter-take="txt">
          {t('maker.text')}
        </Button>
        <Button kind="quiet" type="button" data-letter-take="copy">
          {t('maker.copy')}
        </Button>
        {hasDeadlines && (
          <Button kind="quiet" type="button" data-letter-take="ics" hidden>
            {t('maker.calendar')}
          </Button>
        )}
      </div>
      <p className="hint">{t('maker.printHint')}</p>
      <p className={styles.said} role="status" data-letter-said="" />
    </div>
  )
}
