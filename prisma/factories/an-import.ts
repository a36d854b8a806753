import { mapImport } from '#app/features/imports/commands/map-import.server.ts'
import { startImport } from '#app/features/imports/commands/steer-import.server.ts'
import { takeFile } from '#app/features/imports/commands/take-file.server.ts'
import { runImports } from '#app/features/imports/jobs.server.ts'
import { mappingForm, type ImportKind, type MappingForm } from '#app/features/imports/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'

/** Later than every campaign of the factories was opened. */
export const importedAt = new Date('2026-03-01T10:00:00Z')

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

/** A file as somebody brings it. @returns its number */
export async function aFile(content: string | Uint8Array, actor: Actor | null = null): Promise<number> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const taken = await takeFile({ actor, file: inPieces(bytes), now: importedAt })
  if (taken.outcome !== 'taken') throw new Error(taken.outcome)
  return taken.id
}

interface GivenMapping {
  campaignId: number
  kind?: ImportKind
  mapping?: string[]
  mayWrite?: boolean
  confirmedElsewhere?: boolean
}

/** What somebody said of it, consent and all. */
export const aMapping = ({ campaignId, kind = 'signatures', mapping, ...ticks }: GivenMapping): MappingForm =>
  mappingForm.parse({
    intent: 'map',
    kind,
    campaignId: String(campaignId),
    locale: 'fr',
    source: 'Change.org',
    consentWhere: 'https://example.org/petition',
    consentWhen: 'Janvier 2026',
    consentWords: 'Je signe et j’accepte d’être tenu au courant.',
    consentPurpose: 'Signer et suivre la campagne',
    mapping: mapping ?? ['email', 'name', 'postcode'],
    ...(ticks.mayWrite ? { mayWrite: 'on' } : {}),
    ...(ticks.confirmedElsewhere ? { confirmedElsewhere: 'on' } : {}),
  })

/** A file that was described and checked. @returns its number */
export async function aCheckedImport(
  content: string | Uint8Array,
  given: GivenMapping,
  actor: Actor | null = null,
): Promise<number> {
  const id = await aFile(content, actor)
  const mapped = await mapImport({ actor, id, now: importedAt }, aMapping(given))
  if (mapped.outcome !== 'done') throw new Error(mapped.outcome)
  await runImports({ now: importedAt })
  return id
}

/** The same, brought in. */
export async function aDoneImport(
  content: string | Uint8Array,
  given: GivenMapping,
  actor: Actor | null = null,
): Promise<number> {
  const id = await aCheckedImport(content, given, actor)
  const started = await startImport({ actor, id, now: importedAt })
  if (started.outcome !== 'done') throw new Error(started.outcome)
  await runImports({ now: importedAt })
  return id
}

/** A file of so many people who are nobody. */
export const peopleFile = (count: number): string =>
  `email,name,postcode\n${Array.from({ length: count }, (_, at) => `personne-${at}@example.org,Camille Exemple,31000\n`).join('')}`
