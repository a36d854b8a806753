import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'

const tabs = ['text', 'goals', 'count', 'addressee', 'log', 'deliveries', 'questions', 'commitments'] as const

interface DeskTopProps {
  slug: string
  title: string
  tab: (typeof tabs)[number]
  detail: ReactNode
}

/** The top of every page about one campaign, with the way to the others. */
export function DeskTop({ slug, title, tab, detail }: DeskTopProps) {
  const t = useT()
  const home = `/admin/campaigns/${slug}`
  const filters = tabs.map((one) => ({
    href: one === 'text' ? home : `${home}/${one}`,
    label: t(`campaigns.desk.tabs.${one}`),
    current: one === tab,
  }))
  return <Toolbar title={title} detail={detail} filters={filters} />
}
