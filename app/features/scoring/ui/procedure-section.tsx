import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Course } from '../rules/procedure.ts'
import { Figure } from './figure.tsx'
import { Known } from './known.tsx'
import type { PartProps } from './part.ts'
import { Range } from './range.tsx'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

const paths = ['opaque', 'fair'] as const

/** The same wrongly flagged people along two paths. */
export function ProcedureSection({ content, settings, reading }: PartProps) {
  const t = useT()
  return (
    <Section id="procedure" title={t('scoring.procedure.title')} intro={t('scoring.procedure.intro')}>
      <Say name="procedure" as="p" className={styles.told} />
      <div className={styles.pair}>
        {paths.map((path) => (
          <div key={path} className={styles.path}>
            <h3 className={styles.sub}>{t(`scoring.procedure.${path}`)}</h3>
            <p>{t(`scoring.procedure.${path}Is`)}</p>
            <Queue path={path} course={reading[path]} />
            <Range
              at={`${path}.review`}
              id={`${path}-review`}
              label={t('scoring.procedure.review')}
              max={100}
              value={settings[path].review}
            />
            <Range
              at={`${path}.contest`}
              id={`${path}-contest`}
              label={t('scoring.procedure.contest')}
              max={100}
              value={settings[path].contest}
            />
          </div>
        ))}
      </div>
      <div className={styles.pair}>
        <div>
          <Range
            at="success"
            id="success"
            label={t('scoring.procedure.success')}
            max={100}
            value={settings.fair.success}
          />
          <Steps />
          <p className="hint">{t('scoring.procedure.ours')}</p>
        </div>
        <Known content={content} about="procedure" />
      </div>
    </Section>
  )
}

/** Those put right stand without a box; those who remain are struck through. */
const Queue = ({ path, course }: { path: string; course: Course }) => (
  <p className={styles.row} data-queue={path} aria-hidden="true">
    {course.remaining.map((number) => (
      <Figure key={number} number={number} state="falseAlarm" />
    ))}
    {[...course.restored, ...course.reviewed].map((number) => (
      <Figure key={number} number={number} state="leftAlone" />
    ))}
  </p>
)

/** One step by both paths: what stands in each cell is a place that the script writes. */
const Step = ({ label, names, less, main }: StepProps) => (
  <tr className={main ? styles.main : undefined}>
    <th scope="row">{label}</th>
    {names.map((name, at) => (
      <td key={paths[at]}>
        {less && '− '}
        <Say name={name} as={main ? 'b' : 'span'} />
      </td>
    ))}
  </tr>
)

interface StepProps {
  label: ReactNode
  names: readonly [string, string]
  less?: boolean
  main?: boolean
}

function Steps() {
  const t = useT()
  return (
    <table className="figures">
      <caption>{t('scoring.procedure.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('scoring.procedure.step')}</th>
          {paths.map((path) => (
            <th key={path} scope="col">
              {t(`scoring.procedure.${path}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Step label={<Say name="head.start" />} names={['start', 'start']} />
        <Step label={t('scoring.procedure.reviewed')} names={['opaque.reviewed', 'fair.reviewed']} less />
        <Step label={t('scoring.procedure.restored')} names={['opaque.restored', 'fair.restored']} less />
        <Step label={<Say name="head.remaining" />} names={['opaque.remaining', 'fair.remaining']} main />
        <Step label={t('scoring.procedure.read')} names={['opaque.read', 'fair.read']} />
      </tbody>
    </table>
  )
}
