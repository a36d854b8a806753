import proofScript from 'virtual:enhance/proof'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import styles from './proof.module.css'

interface FormProps {
  slug: string
  /** The name of the log. */
  origin: string
  site: string
}

const saidOfReceipt = [
  'busy',
  'steps.read',
  'steps.leaf',
  'steps.included',
  'steps.signed',
  'good',
  'unsigned',
  'faults.unreadable',
  'faults.otherLog',
  'faults.notYet',
  'faults.notIncluded',
  'faults.notSigned',
  'faults.unreachable',
] as const

const saidOfHead = [
  'steps.kept',
  'steps.extended',
  'good',
  'faults.unreadable',
  'faults.longer',
  'faults.notExtended',
] as const

/** The script has no translator: what it may say is given to it, with the places for its numbers left open. */
function useWords(): { receipt: string; head: string } {
  const t = useT()
  const open = { number: '{{number}}', size: '{{size}}', log: '{{log}}' }
  const receipt = Object.fromEntries(
    saidOfReceipt.map((name) => [name, t(`proof.own.${name}` satisfies MessageKey, open)] as const),
  )
  const head = Object.fromEntries(
    saidOfHead.map((name) => [name, t(`proof.earlier.${name}` satisfies MessageKey, open)] as const),
  )
  return { receipt: JSON.stringify(receipt), head: JSON.stringify({ ...receipt, ...head }) }
}

interface CheckFormProps extends FormProps {
  proof: 'receipt' | 'head'
  label: string
  hint: string
  button: string
}

function CheckForm({ proof, slug, origin, label, hint, button }: CheckFormProps) {
  const words = useWords()[proof]
  // The section of the head of today has the other name.
  const name = proof === 'head' ? 'kept' : proof
  return (
    <form
      method="post"
      noValidate
      hidden
      className={styles.own}
      data-proof={proof}
      data-log={`/api/v1/campaigns/${slug}/log`}
      data-origin={origin}
      data-words={words}
    >
      <TextArea name={name} label={label} hint={hint} rows={4} required autoComplete="off" spellCheck={false} />
      <Button kind={proof === 'receipt' ? 'primary' : 'quiet'}>{button}</Button>
      <ol className={styles.steps} aria-live="polite" />
      <output className={styles.verdict} htmlFor={name} />
    </form>
  )
}

/** Without a script the same is done by the file that anyone can download. */
function Plainly({ words, command }: { words: string; command: string }) {
  return (
    <noscript>
      <p>{words}</p>
      <pre className={styles.exact} tabIndex={0}>
        {command}
      </pre>
    </noscript>
  )
}

/** A signer finds their own line. */
export function OwnReceipt(props: FormProps) {
  const t = useT()
  return (
    <Section id="own" title={t('proof.own.title')} intro={t('proof.own.intro')}>
      <div className={`beside ${styles.stack}`}>
        <CheckForm
          {...props}
          proof="receipt"
          label={t('proof.own.receipt')}
          hint={t('proof.own.hint')}
          button={t('proof.own.check')}
        />
        <Plainly
          words={t('proof.own.without')}
          command={`node verify-log.mjs ${props.site} ${props.slug} --receipt receipt.txt`}
        />
        <script type="module" src={proofScript} />
      </div>
    </Section>
  )
}

/** Whoever kept a head, or a letter that printed one, sees that the log still begins with the log of then. */
export function EarlierHead(props: FormProps) {
  const t = useT()
  return (
    <Section id="earlier" title={t('proof.earlier.title')} intro={t('proof.earlier.intro')}>
      <div className={`beside ${styles.stack}`}>
        <CheckForm
          {...props}
          proof="head"
          label={t('proof.earlier.head')}
          hint={t('proof.earlier.hint')}
          button={t('proof.earlier.check')}
        />
        <Plainly
          words={t('proof.earlier.without')}
          command={`node verify-log.mjs ${props.site} ${props.slug} --head head.txt`}
        />
      </div>
    </Section>
  )
}
