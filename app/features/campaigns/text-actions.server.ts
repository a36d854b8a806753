import type { Actor } from '#app/features/staff/policy.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { discardTextDraft, publishText, saveTextDraft } from './commands/write-text.server.ts'
import { findTextDesk } from './queries/desk.server.ts'
import { changesBetween } from './text-desk.server.ts'
import { textsFromFields, typedTexts, fieldOf, textParts } from './text-form.ts'
import type { TextAnswer } from './ui/text-desk.tsx'

interface Acting {
  actor: Actor
  campaignId: number
  revision: number
  now: Date
}

type Values = Record<string, string | string[]>

const done = (key: MessageKey): TextAnswer => ({ kind: 'success', said: { key } })
const refused = (key: MessageKey): TextAnswer => ({ kind: 'warn', said: { key } })

/** Saves what was typed, or gives it back with the reason and with what it would change. */
export async function saveTyped(values: Values, { base, ...acting }: Acting & { base: number }): Promise<TextAnswer> {
  const texts = textsFromFields(values)
  const read = typedTexts.safeParse(texts)
  if (!read.success) {
    const typed = { texts, changes: null, base, revision: acting.revision }
    return { kind: 'warn', typed, errors: tooMuch(read.error.issues) }
  }
  const { outcome } = await saveTextDraft({ ...acting, base, texts: read.data }, acting.now)
  if (outcome === 'saved') return done('campaigns.desk.saved')
  if (outcome === 'unknown') return refused('campaigns.desk.unknown')
  const { draft, published, current } = await findTextDesk(acting.campaignId)
  // Sent once more, it takes the place of what it was compared with.
  const seen = { base: draft?.base ?? current, revision: draft?.revision ?? 0 }
  const typed = { texts, changes: changesBetween(draft?.texts ?? published, read.data), ...seen }
  const why = outcome === 'published-meanwhile' ? 'publishedMeanwhile' : 'savedMeanwhile'
  return { ...refused(`campaigns.desk.${why}`), typed }
}

/** What a draft cannot hold, by field. */
function tooMuch(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, MessageKey> {
  const errors: Record<string, MessageKey> = {}
  for (const { path, message } of issues) {
    const part = textParts.find((one) => one === path[1])
    if (!part) continue
    errors[fieldOf(part, path[0] === 'fr' ? 'fr' : 'en')] =
      message === 'campaigns.errors.hidden' ? 'campaigns.errors.hidden' : 'campaigns.errors.tooLong'
  }
  return errors
}

/** Publishes the draft that was read. @returns the new version's number, or what to say */
export async function publishRead(acting: Acting): Promise<{ version: number } | TextAnswer> {
  const published = await publishText(acting, acting.now)
  switch (published.outcome) {
    case 'published':
      return { version: published.version }
    case 'incomplete':
      return refused('campaigns.publish.incomplete')
    case 'nothing-changed':
      return refused('campaigns.publish.nothingChanged')
    case 'published-meanwhile':
    case 'saved-meanwhile':
      return refused('campaigns.publish.changedMeanwhile')
    case 'unknown':
      return refused('campaigns.desk.unknown')
  }
}

export async function discardRead(acting: Acting): Promise<TextAnswer> {
  const { outcome } = await discardTextDraft(acting, acting.now)
  return outcome === 'discarded' ? done('campaigns.desk.discarded') : refused('campaigns.desk.savedMeanwhile')
}
