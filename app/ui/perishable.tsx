import type { ReactNode } from 'react'

/**
 * A part of a page that somebody may take back. Where a kept page has grown too old and no new one can be made, it is sent without
 * this part: `cutOut` of app/http knows these two marks.
 */
export const Perishable = ({ children }: { children: ReactNode }) => (
  <>
    <template data-perishable="from" />
    {children}
    <template data-perishable="to" />
  </>
)
