import { dayRead } from '#app/i18n/calendar.ts'
import { keptUntil, termNames, usualTerms, type Terms } from '../rules/retention.ts'
import { apart } from './apart.server.ts'

/** How long things are kept here: what the team chose, or else what the product proposes. */
export async function findTerms(): Promise<Terms> {
  const rows = await apart().retentionTerm.findMany({ select: { name: true, amount: true } })
  const chosen = new Map(rows.map(({ name, amount }) => [name, amount]))
  const terms = { ...usualTerms }
  for (const name of termNames) terms[name] = chosen.get(name) ?? usualTerms[name]
  return terms
}

/** How long one testimony is kept: the day its original goes, or that it is gone already; `null` while it waits for a decision. */
export async function findKeeping(id: string): Promise<{ until: string; gone: boolean } | null> {
  const [row, terms] = await Promise.all([
    apart().testimony.findUnique({
      where: { id },
      select: { state: true, settledOn: true, sealedOriginal: true, dataKey: { select: { testimonyId: true } } },
    }),
    findTerms(),
  ])
  if (!row) return null
  const { state, settledOn, sealedOriginal, dataKey } = row
  const until = keptUntil({ state, settledOn: settledOn && dayRead(settledOn) }, terms)
  return until === null ? null : { until, gone: sealedOriginal === null || dataKey === null }
}
