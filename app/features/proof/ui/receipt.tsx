import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { receiptParts } from '../rules/receipt.ts'
import type { Receipt as Kept } from '../schema.ts'
import styles from './proof.module.css'

/** What a signer keeps, and the way to check it. The link carries it behind its #: no server is sent it. */
export function Receipt({ slug, receipt }: { slug: string; receipt: Kept | null }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className={styles.receipt} aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('proof.receipt.title')}</h2>
      {receipt ? (
        <>
          <p>{t('proof.receipt.why')}</p>
          <pre className={styles.exact} id="receipt" tabIndex={0}>
            {JSON.stringify(receipt)}
          </pre>
          <p className={styles.ways}>
            <Button type="button" kind="quiet" data-copy="#receipt" data-copied={t('ui.share.copied')} hidden>
              {t('proof.receipt.copy')}
            </Button>
            <a href={`/${locale}/${slug}/proof#${receiptParts(receipt).join('.')}`}>{t('proof.receipt.check')}</a>
          </p>
        </>
      ) : (
        <p>{t('proof.receipt.soon')}</p>
      )}
    </section>
  )
}
