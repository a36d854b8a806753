import { useT } from '#app/i18n/use-t.tsx'

/** A plain link to a neutral page; the script, when there is one, also replaces this page in the history. */
export function QuickExit({ href }: { href: string }) {
  const t = useT()
  return (
    <a className="quick-exit" href={href} rel="noreferrer nofollow" data-quick-exit="">
      {t('ui.quickExit.label')}
    </a>
  )
}
