import { useT } from '#app/i18n/use-t.tsx'

/**
 * A plain link to a neutral page, on a bar of its own at the foot of the window: it covers no word and no control. The script,
 * when there is one, also replaces this page in the history.
 */
export function QuickExit({ href }: { href: string }) {
  const t = useT()
  return (
    <div className="quick-exit-bar">
      <a className="quick-exit" href={href} rel="noreferrer nofollow" data-quick-exit="">
        {t('ui.quickExit.label')}
      </a>
    </div>
  )
}
