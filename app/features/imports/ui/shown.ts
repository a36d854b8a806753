import { useT } from '#app/i18n/use-t.tsx'
import type { ImportDeskData } from '../queries/desk.server.ts'

/** One import, as its page has it. */
export type Shown = ImportDeskData['shown']

/** The title of a column, or its number where it has none. */
export function useColumnTitle(header: readonly string[]): (at: number) => string {
  const t = useT()
  return (at) => header[at] || t('imports.reading.column', { number: at + 1 })
}
