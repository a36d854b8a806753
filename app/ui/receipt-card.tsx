import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

type ReceiptCardProps = {
  title: ReactNode
  /** 24 symbols; separators are ignored. */
  code: string
  /** What the button says once it has copied. */
  copied?: string
  /** What else may be done with it. */
  actions?: ReactNode
  /** What it opens, that it is shown once, where to keep it. */
  children: ReactNode
}

const groupsOfFour = (code: string) => code.replaceAll(/[^0-9A-Za-z]/g, '').match(/.{1,4}/g) ?? []

/** The code to keep: prints on its own, and can be copied when there is a script. */
export function ReceiptCard({ title, code, copied, actions, children }: ReceiptCardProps) {
  const t = useT()
  return (
    <div className="receipt">
      <h2>{title}</h2>
      <p className="receipt-code">
        <code data-testid="receipt-code">
          {groupsOfFour(code).map((group, place) => (
            <span key={place}>{place === 0 ? group : ` ${group}`}</span>
          ))}
        </code>
      </p>
      <div className="actions">
        <button
          className="button button-quiet"
          type="button"
          data-copy="[data-testid=receipt-code]"
          data-copied={copied}
          hidden
        >
          {t('ui.receipt.copy')}
        </button>
        {actions}
      </div>
      <div className="receipt-about">{children}</div>
    </div>
  )
}
