import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { holdsPeople } from '../rules/steps.ts'
import type { Shown } from './shown.ts'

/** What may be done next: let it come in, ask somebody else, take it out again. */
export function RunPart({ shown }: { shown: Shown }) {
  const t = useT()
  const { state, kind } = shown
  if (state === 'checked') return <Start shown={shown} />
  if (state === 'uploaded')
    return (
      <form method="post">
        <Button name="intent" value="drop" kind="quiet">
          {t('imports.run.drop')}
        </Button>
      </form>
    )
  const mayUndo = (state === 'done' || state === 'cancelled') && holdsPeople(kind) && shown.fresh > 0
  if (!mayUndo || shown.confirmed > 0) return null
  return (
    <form method="post">
      <Button name="intent" value="undo" kind="quiet">
        {t('imports.run.undo')}
      </Button>
      <SmallPrint>{t('imports.run.undoHint')}</SmallPrint>
    </form>
  )
}

function Start({ shown }: { shown: Shown }) {
  const t = useT()
  const locale = useLocale()
  const { fresh, needsSecond, isApproved } = shown
  return (
    <Section id="start" title={t('imports.run.start')}>
      {isApproved && <p>{t('imports.run.agreed')}</p>}
      {needsSecond && <Second shown={shown} />}
      {fresh > 0 && <p>{t('imports.run.startHint', { count: fresh, number: formatNumber(locale, fresh) })}</p>}
      <form method="post">
        <Actions>
          {fresh > 0 && !needsSecond && (
            <Button name="intent" value="start">
              {t('imports.run.start')}
            </Button>
          )}
          <Button name="intent" value="check" kind="quiet">
            {t('imports.check.again')}
          </Button>
          <Button name="intent" value="drop" kind="quiet">
            {t('imports.run.drop')}
          </Button>
        </Actions>
      </form>
    </Section>
  )
}

function Second({ shown: { isAsked, mayAgree } }: { shown: Shown }) {
  const t = useT()
  return (
    <>
      <p>{t(isAsked ? 'imports.run.asked' : 'imports.run.needsSecond')}</p>
      {mayAgree || !isAsked ? (
        <form method="post">
          <Button name="intent" value={mayAgree ? 'agree' : 'ask'}>
            {t(mayAgree ? 'imports.run.agree' : 'imports.run.ask')}
          </Button>
        </form>
      ) : (
        <SmallPrint>{t('imports.run.own')}</SmallPrint>
      )}
    </>
  )
}
