import type pg from 'pg'
import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { signaturePlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { bytesArray } from '#app/infra/db/binary-array.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import type { Column } from '../schema.ts'

export type Cell = string | number
/** As they come from the database: dates as text. */
export type RawRow = readonly unknown[]
export type Opener = (rows: readonly RawRow[], client: pg.PoolClient) => Promise<Cell[][]>

export const cellOf = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'string' ? value : asText(value)

/** What is neither text nor a number in these files is absent. @throws for anything else: its column would need a form of its own */
function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  throw new TypeError('A column of an export is text, a number or nothing.')
}

export const peopleColumns: readonly Column[] = [
  { name: 'name', type: 'text', says: 'where its owner agreed to have it shown, and confirmed' },
  { name: 'email', type: 'text', says: 'where its owner asked for news, confirmed it and has not left' },
  { name: 'comment_text', type: 'text', says: 'of a confirmed signature, as it was written' },
]

/** What is opened is asked for in the statement, so that nothing else leaves the database. */
const mayName = `s.state = 'confirmed' and s.show_name`
const mayWrite = `s.state = 'confirmed' and b.state = 'active'`
export const sealedColumns = `s.email_index, case when (${mayName}) or (${mayWrite}) then s.sealed_email end,
  case when (${mayName}) or (${mayWrite}) then s.sealed_name end,
  case when s.state = 'confirmed' then s.sealed_comment end, ${mayName}, ${mayWrite}`

const bytes = (value: unknown): Buffer | null => (Buffer.isBuffer(value) && value.length > 0 ? value : null)

interface Opened {
  name: string
  email: string
  comment: string
}

function openOne(campaignId: number, sealed: RawRow): Opened {
  const [index, email, name, comment, mayShow, mayMail] = sealed
  const emailIndex = bytes(index)
  const opened = { name: '', email: '', comment: '' }
  if (!emailIndex) return opened
  const whose = { campaignId, emailIndex }
  const sealedEmail = bytes(email)
  const sealedComment = bytes(comment)
  if (sealedEmail) {
    const parts = { sealedEmail, sealedName: bytes(name) ?? Buffer.alloc(0) }
    const person = openPerson(parts, (column) => signaturePlace(column, whose))
    if (mayShow === true) opened.name = person.name
    if (mayMail === true) opened.email = person.email
  }
  if (sealedComment) opened.comment = unseal(sealedComment, signaturePlace('sealed_comment', whose))
  return opened
}

/** Mailboxes that are to be left alone, whatever their owner asked for. */
async function leftAlone(addresses: readonly string[], client: pg.PoolClient): Promise<Set<string>> {
  const indexes = new Map(addresses.flatMap((one) => blockIndexes(one).map((index) => [index.toString('hex'), one])))
  if (indexes.size === 0) return new Set()
  const asked = [...indexes.keys()].map((index) => Buffer.from(index, 'hex'))
  const { rows } = await client.query<{ index: string }>(
    `select encode(email_index, 'hex') as index from suppression where email_index = any($1)`,
    [bytesArray(asked)],
  )
  return new Set(rows.map(({ index }) => indexes.get(index) ?? ''))
}

/**
 * Opens what consent allows to open of these rows. The first `plain` cells stay as they are.
 * @throws SealBroken
 */
export const openPeople =
  (campaignId: number, plain: number): Opener =>
  async (rows, client) => {
    const opened = rows.map((row) => openOne(campaignId, row.slice(plain)))
    const addresses = opened.map(({ email }) => email).filter((email) => email !== '')
    const alone = await leftAlone(addresses, client)
    return rows.map((row, at) => {
      const { name = '', email = '', comment = '' } = opened[at] ?? {}
      return [...row.slice(0, plain).map(cellOf), name, alone.has(email) ? '' : email, comment]
    })
  }
