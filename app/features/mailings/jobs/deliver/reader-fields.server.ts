import { randomBytes } from 'node:crypto'
import { departmentName } from '#app/features/campaigns/departments.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import type { FieldName, LetterValues } from '#emails/letter-body.ts'
import { headerSafe } from '#emails/header-safe.ts'

/** Something of the reader's own that a letter asks for, and what stands there for whoever has none. */
export interface LetterField {
  name: FieldName
  fallback: string
}

interface Gathering {
  fields: LetterField[]
  /** What stands in the letter for each of them: letters and digits, known to nobody outside. */
  places: string[]
  field: LetterValues['field']
}

const prefix = (): string => singleton('field-places', () => `FIELD${randomBytes(9).toString('hex')}`)

/** Notes which fields a letter asks for while it is written. */
export function gatherFields(): Gathering {
  const [fields, places]: [LetterField[], string[]] = [[], []]
  const field = (name: FieldName, fallback: string): string => {
    const place = `${prefix()}N${fields.length}E`
    fields.push({ name, fallback })
    places.push(place)
    return place
  }
  return { fields, places, field }
}

export interface Reader {
  campaignId: number
  emailIndex: Uint8Array
  name: string
}

/** Longer names are cut, as they are in headers. */
const longestWords = 120

/** One line of bounded length, whatever somebody once typed as their name. */
export const wordsOf = (typed: string): string => Array.from(headerSafe(typed)).slice(0, longestWords).join('')

/** What the fields of a letter say to one reader. Asks the database only when a letter speaks of where they live. */
export async function wordsFor(fields: readonly LetterField[], reader: Reader): Promise<string[]> {
  const department = fields.some(({ name }) => name === 'department') ? await departmentOf(reader) : ''
  const known: Record<FieldName, string> = { name: wordsOf(reader.name), department }
  return fields.map(({ name, fallback }) => known[name] || wordsOf(fallback))
}

async function departmentOf({ campaignId, emailIndex }: Reader): Promise<string> {
  const { rows } = await pool().query<{ department: string | null }>(
    `select department from signature
     where campaign_id = $1 and email_index = $2 and state = 'confirmed' order by household_rank limit 1`,
    [campaignId, emailIndex],
  )
  return departmentName(rows[0]?.department ?? '') ?? ''
}
