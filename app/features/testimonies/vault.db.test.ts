import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink } from '#app/features/staff/commands/sessions.server.ts'
import { keyringOf, takeOver, type Handover, type TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { config } from '#app/infra/config.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { keyFrom, openWith } from '#app/infra/vault/data-key.server.ts'
import { keyring } from '#app/infra/vault/keys.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { depositTestimony } from './commands/deposit.server.ts'
import { openKeyForTeam, openKeyWithReceipt } from './keys.server.ts'
import { openOriginal } from './sealed-story.server.ts'

const now = new Date('2026-02-04T10:20:30Z')
const atOnce = 25
/** Of the tests; of a web process it is no setting. */
const teamKey = Buffer.alloc(32, 5)
const forReceiptOf = (row: string) => ({ table: 'data_key', column: 'for_receipt', row })

async function depositMany(stories: number): Promise<void> {
  const campaign = await aCampaign()
  for (let n = 0; n < stories; n += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, stories) }, (_, of) =>
        depositTestimony(
          {
            title: `Récit ${n + of}`,
            story: `Un récit fictif parmi mille, le numéro ${n + of}.`,
            system: 'control',
            department: null,
            period: null,
            consequences: [],
            attempts: [],
            uses: [],
            contentWarning: null,
            consent: 'on',
          },
          { campaign, locale: 'fr', now },
        ),
      ),
    )
}

/** Every value of 32 bytes that the settings of a web process hold or lead to. The team's private key is no setting of it. */
function keysOfWebProcess(): Buffer[] {
  const { byId, indexKey, linkKey, receiptKey, messageKey, sessionKey, saltKey } = keyring()
  const { logKey } = config().secrets ?? { logKey: '' }
  return [
    ...byId.values(),
    indexKey,
    linkKey,
    receiptKey,
    messageKey,
    sessionKey,
    saltKey,
    Buffer.from(logKey, 'base64'),
  ]
}

/** All rows of all tables but the list of migrations, as a copy of the database holds them: bytes as hexadecimal digits. */
async function dump(): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and table_name <> '_prisma_migrations'`,
  )
  const lines = []
  for (const { name } of tables)
    lines.push(...(await pool().query<{ line: string }>(`select to_jsonb(t)::text as line from ${name} t`)).rows)
  return lines.map(({ line }) => line)
}

/** What in a copy could be a secret: every value of it, as it is and as the bytes that it spells. */
const valuesOf = (lines: readonly string[]): string[] => [
  ...new Set(lines.flatMap((line) => line.match(/(?<=")(?:\\\\x[\da-f]{32,}|[^"\\]{16,})(?=")/g) ?? [])),
]

/** Keys that somebody could make of a value. */
function keysOf(value: string): Buffer[] {
  const bytes = value.startsWith('\\\\x') ? Buffer.from(value.slice(3), 'hex') : Buffer.from(value)
  const hash = (of: Buffer | string) => createHash('sha256').update(of).digest()
  return [bytes.subarray(0, 32), bytes.subarray(-32), hash(bytes), hash(value)].filter(({ length }) => length === 32)
}

/** Moderators at work: some are signed in, one has not used their link yet. */
async function aTeamAtWork(): Promise<void> {
  for (const email of ['un', 'deux', 'trois']) {
    const staff = { actor: null, email: `${email}@example.org`, role: 'moderator' as const }
    const { token } = await addStaff({ ...staff, keyring: keyringOf([teamKey]) }, now)
    if (email !== 'trois') await enterWithLink(token, now)
  }
}

/** Whether a session or a link gives the team's key away to whoever has one of these. */
async function isHandedOverTo(keys: readonly Buffer[], secrets: readonly string[]): Promise<boolean> {
  const { rows } = await pool().query<{ handover: Handover; hash: Buffer; sealed: Buffer }>(
    `select 'staff_session' as handover, token_hash as hash, sealed_team_key as sealed from staff_session
     union all select 'enter_link', token_hash, sealed_team_key from enter_link`,
  )
  const handed = rows.filter(({ sealed }) => sealed)
  expect(handed).toHaveLength(3)
  return handed.some(({ handover, hash, sealed }) => {
    const place = { table: handover, column: 'sealed_team_key', row: hash.toString('hex') }
    return (
      keys.some((bytes) => opens(() => openWith({ bytes }, sealed, place))) ||
      secrets.some((secret) => opens(() => takeOver(sealed, { handover, secret, secretHash: hash })))
    )
  })
}

const rows = () =>
  db().testimony.findMany({ select: { id: true, receiptHash: true, sealedOriginal: true, dataKey: true } })
type Row = Awaited<ReturnType<typeof rows>>[number]
const none = new Uint8Array()

const opens = (open: () => unknown): boolean => {
  try {
    open()
    return true
  } catch {
    return false
  }
}

interface Guesses {
  /** Of settings and dump, for any row. */
  keys: readonly Buffer[]
  /** The same as private keys of a team. */
  team: TeamKeyring
}

/** As somebody who has the settings and the dump would try. */
function isOpenedBy({ keys, team }: Guesses, { id, receiptHash, sealedOriginal, dataKey }: Row): boolean {
  const original = sealedOriginal ?? none
  const [forTeam, forReceipt] = [Buffer.from(dataKey?.forTeam ?? none), Buffer.from(dataKey?.forReceipt ?? none)]
  const hash = Buffer.from(receiptHash)
  const guesses = [id, hash.toString('hex'), hash.toString('base64'), hash.toString('latin1')]
  const own = [
    hash,
    forTeam.subarray(-32),
    forTeam.subarray(8, 40),
    forReceipt.subarray(-32),
    forReceipt.subarray(14, 46),
  ]
  return (
    [...keys, ...own].some((bytes) => opens(() => openOriginal({ bytes }, id, original))) ||
    [...keys, ...own].some((bytes) => opens(() => openWith({ bytes }, forReceipt, forReceiptOf(id)))) ||
    guesses.some((guess) => opens(() => openOriginal(keyFrom(guess, 'receipt', id), id, original))) ||
    guesses.some((guess) => opens(() => openKeyWithReceipt(guess, id, forReceipt))) ||
    opens(() => openKeyForTeam(team, id, forTeam)) ||
    opens(() => openKeyForTeam(keyringOf(own), id, forTeam))
  )
}

test('with the settings of a web process and the whole database none of a thousand stories is opened', async () => {
  const stories = 1000
  await aTeamAtWork()
  await depositMany(stories)
  const lines = await dump()
  expect(lines.length).toBeGreaterThan(2 * stories)
  const words = ['Un récit fictif parmi mille', 'Récit 999']
  for (const hidden of words.flatMap((word) => [
    word,
    Buffer.from(word).toString('hex'),
    Buffer.from(word).toString('base64'),
  ]))
    expect(lines.filter((line) => line.includes(hidden))).toEqual([])
  // Of what belongs to one testimony each is tried on its own, with all that belongs to nobody.
  const ofNobody = valuesOf(lines.filter((line) => !/"receipt_hash"|"for_receipt"/.test(line)))
  const values = [...ofNobody, ...keysOfWebProcess().flatMap((key) => [key.toString('base64'), key.toString('hex')])]
  const tried = [...keysOfWebProcess(), ...values.flatMap(keysOf)].map((key) => key.toString('hex'))
  const keys = [...new Set(tried)].map((key) => Buffer.from(key, 'hex'))
  expect(keys.length).toBeGreaterThan(50)
  expect(await isHandedOverTo(keys, values), 'no session gives its key away').toBe(false)
  const kept = await rows()
  expect(kept).toHaveLength(stories)
  const guesses = { keys, team: keyringOf(keys) }
  Error.stackTraceLimit = 0 // a hundred thousand refusals: nobody reads where they came from
  expect(kept.filter((row) => isOpenedBy(guesses, row))).toEqual([])
  // The same attempts succeed with what `PORTEVOIX_TEAM_KEY` is in the tests.
  const [first] = kept
  expect(first && isOpenedBy({ keys, team: keyringOf([...keys, teamKey]) }, first)).toBe(true)
}, 120_000)

test('keys exchanged between two testimonies open neither', async () => {
  await depositMany(2)
  const [one, other] = await rows()
  if (!one?.dataKey || !other?.dataKey) throw new Error('two testimonies')
  const ring = keyringOf([teamKey])
  const { forTeam } = other.dataKey
  expect(opens(() => openKeyForTeam(ring, one.id, forTeam))).toBe(false)
  expect(opens(() => openKeyForTeam(ring, other.id, forTeam))).toBe(true)
})
