import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Card } from '#app/ui/card.tsx'
import { Count } from '#app/ui/count.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tally } from '#app/ui/tally.tsx'
import styles from './after-signing.module.css'

interface Counted {
  slug: string
  confirmed: number
  goal: { threshold: number; duty: string } | undefined
}

/** The number that this signature is part of now, and where it is going. */
export function CountedCard({ slug, confirmed, goal }: Counted) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card>
      <Count
        value={confirmed}
        follow={{
          url: `/api/v1/campaigns/${slug}/count`,
          says: t('signatures.card.live', { count: 2, number: '{number}' }),
        }}
        label={t('signatures.card.counted', { count: confirmed })}
      />
      {goal && <Tally value={confirmed} goal={goal.threshold} />}
      {goal && (
        <p className="goal">
          <strong>{t('signatures.card.goal', { number: formatNumber(locale, goal.threshold) })}</strong> {goal.duty}
        </p>
      )}
    </Card>
  )
}

/** What happens from here on, in plain words: when the number moves, what proves it, what it opens, where to hear of it. */
export function WhatHappensNext({ slug, confirmed, goal, receipts }: Counted & { receipts: boolean }) {
  const t = useT()
  const locale = useLocale()
  const path = `/${locale}/${slug}`
  const left = goal ? goal.threshold - confirmed : 0
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">{t('signatures.next.title')}</h2>
      <Steps
        steps={[
          {
            title: t('signatures.next.number'),
            detail: t('signatures.next.numberWhen'),
            href: `${path}/numbers`,
          },
          ...(receipts
            ? [{ title: t('signatures.next.receipt'), detail: t('signatures.next.receiptWhat'), href: `${path}/proof` }]
            : []),
          {
            title:
              left > 0
                ? t('signatures.next.goal', { count: left, number: formatNumber(locale, left) })
                : t('signatures.next.goals'),
            detail: t(left > 0 ? 'signatures.next.goalWhat' : 'signatures.next.goalsWhat'),
            href: `${path}#goals`,
          },
          { title: t('signatures.next.news'), detail: t('signatures.next.newsWhere'), href: `${path}/updates` },
          { title: t('signatures.next.text'), detail: t('signatures.next.textWhich'), href: `${path}/texts` },
        ]}
      />
    </section>
  )
}
