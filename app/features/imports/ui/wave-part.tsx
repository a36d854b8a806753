import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { holdsPeople } from '../rules/steps.ts'
import type { Shown } from './shown.ts'

/** People who came in and do not count, and the one letter that asks them to. */
export function WavePart({ shown, refused }: { shown: Shown; refused: FormState }) {
  const t = useT()
  const locale = useLocale()
  const { state, kind, waiting, asked, confirmed } = shown
  const hasEnded = state === 'done' || state === 'cancelled'
  if (!hasEnded || !holdsPeople(kind) || waiting + asked + confirmed === 0) return null
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Section id="apart" title={t('imports.wave.title')} intro={t('imports.wave.intro')}>
      <Stats
        items={[
          { label: t('imports.wave.waiting'), value: number(waiting) },
          { label: t('imports.wave.asked'), value: number(asked) },
          { label: t('imports.wave.confirmed'), value: number(confirmed) },
        ]}
      />
      <Wave shown={shown} refused={refused} />
    </Section>
  )
}

const perHourAtFirst = '500'

function Wave({ shown, refused }: { shown: Shown; refused: FormState }) {
  const t = useT()
  const answers = useAnswers(refused, { perHour: perHourAtFirst })
  if (!shown.mayWrite) return <p>{t('imports.wave.mayNot')}</p>
  if (shown.wave !== null) return <Running shown={shown} />
  if (shown.waiting === 0) return null
  return (
    <Section id="invite" title={t('imports.wave.begin')} intro={t('imports.wave.beginIntro')}>
      <form method="post" noValidate>
        <TextField {...answers('perHour')} label={t('imports.wave.perHour')} inputMode="numeric" narrow required />
        <Button name="intent" value="wave">
          {t('imports.wave.send')}
        </Button>
      </form>
    </Section>
  )
}

function Running({ shown: { wave, wavePerHour, mayAgreeToWave } }: { shown: Shown }) {
  const t = useT()
  const locale = useLocale()
  if (wave === 'done') return <p>{t('imports.wave.done')}</p>
  if (wave === 'asked')
    return (
      <form method="post">
        <p>{t('imports.wave.needsSecond')}</p>
        {mayAgreeToWave ? (
          <Button name="intent" value="agree-wave">
            {t('imports.wave.agree')}
          </Button>
        ) : (
          <SmallPrint>{t('imports.run.outcomes.own')}</SmallPrint>
        )}
      </form>
    )
  const isPaused = wave === 'paused'
  return (
    <form method="post">
      <p>
        {isPaused
          ? t('imports.wave.paused')
          : t('imports.wave.running', { number: formatNumber(locale, wavePerHour ?? 0) })}
      </p>
      <Button name="intent" value={isPaused ? 'resume-wave' : 'pause-wave'} kind="quiet">
        {t(isPaused ? 'imports.wave.resume' : 'imports.wave.pause')}
      </Button>
    </form>
  )
}
