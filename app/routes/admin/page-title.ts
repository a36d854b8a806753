import type { MetaFunction } from '@remix-run/node'
import { z } from 'zod'
import { locales } from '#app/i18n/locale.ts'
import { translator, type MessageKey } from '#app/i18n/t.ts'

const layoutData = z.object({ locale: z.enum(locales) })

/** The `meta` of a back-office page, in the language of whoever reads it. */
export const pageTitle =
  (key: MessageKey): MetaFunction =>
  ({ matches }) => {
    const layout = layoutData.safeParse(matches.find(({ id }) => id === 'routes/admin/layout')?.data)
    const t = translator(layout.success ? layout.data.locale : 'fr')
    return [{ title: `${t(key)} – Portevoix` }, { name: 'robots', content: 'noindex' }]
  }
