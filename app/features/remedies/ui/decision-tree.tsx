import script from 'virtual:enhance/tree'
import { Verified } from '#app/features/sheets/ui/verified.tsx'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import type { ShownTree } from '../path.ts'
import { ruleNames } from '../rule-names.ts'
import { isRule } from '../rules/deadlines/time-rules.ts'
import { branchesOf, wordsIn, type Branch, type TreeStep } from '../rules/path-tree.ts'
import styles from './decision-tree.module.css'
import { useAmount } from './use-rule-words.ts'

interface Letters {
  campaignPath: string
  letters: readonly { slug: string; title: string }[]
}

/**
 * A few questions that lead to a letter. Answers unfold in place, so that it works without a script and leaves nothing in the
 * address; with one, the other answers step aside and there is a way back.
 */
export function DecisionTree({ tree, ...letters }: Letters & { tree: ShownTree }) {
  const t = useT()
  const locale = useLocale()
  const { content } = tree
  const branch = branchesOf(content)
  if (!branch) return null
  return (
    <section className={`section ${styles.tree}`} id="tree" aria-labelledby="tree-title" data-tree>
      <h2 id="tree-title">{content[locale].title}</h2>
      <p className="section-intro">{content[locale].text}</p>
      <Question branch={branch} {...letters} />
      <div className="actions" data-tree-ways hidden>
        <Button kind="quiet" type="button" data-tree-way="back">
          {t('deadlines.tree.back')}
        </Button>
        <Button kind="plain" type="button" data-tree-way="again">
          {t('deadlines.tree.again')}
        </Button>
      </div>
      <Verified {...tree} />
      <script type="module" src={script} />
    </section>
  )
}

function Question({ branch: { step, answers }, ...letters }: Letters & { branch: Branch }) {
  const locale = useLocale()
  const text = locale === 'fr' ? step.textFr : step.textEn
  return (
    <div className={styles.step}>
      <h3 tabIndex={-1} data-tree-title>
        {step[locale]}
      </h3>
      {text !== '' && <p>{text}</p>}
      {answers.length === 0 ? (
        <End step={step} {...letters} />
      ) : (
        <ul className={styles.answers}>
          {answers.map(({ answer, branch }) => (
            <li key={`${answer.fr} ${answer.to}`}>
              <details>
                <summary>{answer[locale]}</summary>
                <Question branch={branch} {...letters} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function End({ step, campaignPath, letters }: Letters & { step: TreeStep }) {
  const t = useT()
  const amount = useAmount()
  const fitting = wordsIn(step.letters).flatMap((slug) => letters.find((letter) => letter.slug === slug) ?? [])
  const rules = wordsIn(step.rules).filter(isRule)
  return (
    <>
      {rules.length > 0 && (
        <>
          <h4>{t('deadlines.tree.deadlines')}</h4>
          <dl className={styles.rules}>
            {rules.map((rule) => (
              <div key={rule}>
                <dt>{t(ruleNames[rule])}</dt>
                <dd>{amount(rule)}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={`${campaignPath}/remedies/deadlines`}>{t('deadlines.tree.calculate')}</a>
          </p>
        </>
      )}
      <h4>{t('deadlines.tree.letters')}</h4>
      {fitting.length === 0 ? (
        <p>{t('deadlines.tree.none')}</p>
      ) : (
        <ul className={styles.letters}>
          {fitting.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`${campaignPath}/remedies/${slug}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
