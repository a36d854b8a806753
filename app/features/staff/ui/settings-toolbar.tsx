import { useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { SettingsPage } from '../settings-pages.ts'

interface SettingsToolbarProps {
  current: SettingsPage['href']
  detail?: string
  /** Those that open for who looks. */
  tabs: readonly SettingsPage[]
}

/** The top of every page of settings: its name, and the others beside it. */
export function SettingsToolbar({ current, detail, tabs }: SettingsToolbarProps) {
  const t = useT()
  const here = tabs.find(({ href }) => href === current)
  const filters = tabs.map(({ href, label }) => ({ href, label: t(label), current: href === current }))
  return (
    <Toolbar
      title={here ? t(here.label) : t('staff.settings.title')}
      detail={detail}
      filters={filters.length > 1 ? filters : undefined}
    />
  )
}
