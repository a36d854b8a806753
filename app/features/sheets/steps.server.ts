import type { Actor } from '#app/features/staff/policy.ts'
import {
  discardSheetDraft,
  publishSheet,
  retireSheet,
  saveSheetDraft,
  verifySheet,
  type PublishOutcome,
  type SaveOutcome,
  type StepOutcome,
} from './commands/write-sheet.server.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import type { DeskForm } from './form.ts'
import type { InBoth, SheetChange } from './schema.ts'
import { contentOf, type TypedSheet } from './typed.ts'
import type { SheetAnswer } from './ui/sheet-page.tsx'

interface Acting {
  actor: Actor
  sheetId: number
  revision: number
  form: DeskForm
  now: Date
}

type Values = Record<string, string | string[]>

const answered = (kind: SheetAnswer['kind'], key: MessageKey): SheetAnswer => ({ kind, said: { key } })

const onlyTexts = (values: Values): TypedSheet =>
  Object.fromEntries(Object.entries(values).map(([name, typed]) => [name, typeof typed === 'string' ? typed : '']))

const refusals = {
  'changed-meanwhile': 'sheets.outcomes.changedMeanwhile',
  unknown: 'sheets.outcomes.unknown',
} as const

/** Keeps what was typed, or gives it back. */
export async function saveTyped(values: Values, { form, now, ...writing }: Acting): Promise<SheetAnswer> {
  const typed = onlyTexts(values)
  const said: SaveOutcome = await saveSheetDraft({ ...writing, content: contentOf(typed, form.fields) }, now)
  if (said.outcome === 'saved') return answered('success', 'sheets.outcomes.saved')
  return { ...answered('warn', refusals[said.outcome]), typed }
}

interface Published {
  change: SheetChange
  note: InBoth
  checkBy: string
}

/** Publishes the draft that was read. @returns the new version's number, or what to say */
export async function publishRead(
  values: Values,
  { now, ...writing }: Acting,
  how: Published,
): Promise<{ version: number } | SheetAnswer> {
  const said: PublishOutcome = await publishSheet({ ...writing, ...how }, now)
  switch (said.outcome) {
    case 'published':
      return { version: said.version }
    case 'wrong-day':
      return { kind: 'warn', refused: { step: 'publish', values, errors: { checkBy: said.problem } } }
    case 'nothing-changed':
      return answered('warn', 'sheets.outcomes.nothingChanged')
    case 'incomplete':
      return answered('warn', 'sheets.outcomes.unknown')
    case 'changed-meanwhile':
    case 'unknown':
      return answered('warn', refusals[said.outcome])
  }
}

type Step = { intent: 'discard' | 'retire' | 'return' } | { intent: 'verify'; checkBy: string }

function take(step: Step, { actor, sheetId, revision, now }: Acting): Promise<StepOutcome> {
  const writing = { actor, sheetId, revision }
  if (step.intent === 'verify') return verifySheet({ ...writing, checkBy: step.checkBy }, now)
  if (step.intent === 'discard') return discardSheetDraft(writing, now)
  return retireSheet({ ...writing, retired: step.intent === 'retire' }, now)
}

/** Any other button of the page. */
export async function takeStep(step: Step, acting: Acting, values: Values): Promise<SheetAnswer> {
  const said = await take(step, acting)
  if (said.outcome === 'wrong-day')
    return { kind: 'warn', refused: { step: 'verify', values, errors: { checkBy: said.problem } } }
  if (said.outcome === 'changed-meanwhile' || said.outcome === 'unknown')
    return answered('warn', refusals[said.outcome])
  return answered('success', `sheets.outcomes.${said.outcome}`)
}
