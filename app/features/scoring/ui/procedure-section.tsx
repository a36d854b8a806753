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

function Steps() {
  const t = useT()
  const rows = [
    { name: 'reviewed', label: t('scoring.procedure.reviewed') },
    { name: 'restored', label: t('scoring.procedure.restored') },
  ]
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
        <tr>
          <th scope="row">
            <Say name="head.start" />
          </th>
          {paths.map((path) => (
            <td key={path}>
              <Say name="start" />
            </td>
          ))}
        </tr>
        {rows.map(({ name, label }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            {paths.map((path) => (
              <td key={path}>
                − <Say name={`${path}.${name}`} />
              </td>
            ))}
          </tr>
        ))}
        <tr className={styles.main}>
          <th scope="row">
            <Say name="head.remaining" />
          </th>
          {paths.map((path) => (
            <td key={path}>
              <Say name={`${path}.remaining`} as="b" />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('scoring.procedure.read')}</th>
          {paths.map((path) => (
            <td key={path}>
              <Say name={`${path}.read`} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
