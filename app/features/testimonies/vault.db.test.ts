import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyringOf } from '#app/features/staff/team-key.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { keyFrom } from '#app/infra/vault/data-key.server.ts'
import { keyring } from '#app/infra/vault/keys.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { depositTestimony } from './commands/deposit.server.ts'
import { openKeyForTeam, openKeyWithReceipt } from './keys.server.ts'
import { openOriginal } from './sealed-story.server.ts'

const now = new Date('2026-02-04T10:20:30Z')
const atOnce = 25

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

/** Every value of 32 bytes that the settings of a web process hold or lead to. */
function keysOfWebProcess(): Buffer[] {
  const { byId, indexKey, linkKey, receiptKey, messageKey, sessionKey, saltKey } = keyring()
  const held = [...byId.values(), indexKey, linkKey, receiptKey, messageKey, sessionKey, saltKey]
  return [...held, ...held.map((key) => createHash('sha256').update(key).digest())].map((key) => key.subarray(0, 32))
}

/** Every value of 32 bytes in the team's tables. */
async function keysOfDump(): Promise<Buffer[]> {
  const { rows } = await pool().query<{ value: Buffer }>(
    `select public_key as value from team_key union all select token_hash from staff_session union all select token_hash from enter_link`,
  )
  return rows.map(({ value }) => value)
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

/** As somebody who has the settings and the dump would try. */
function isOpenedBy(keys: readonly Buffer[], { id, receiptHash, sealedOriginal, dataKey }: Row): boolean {
  const original = sealedOriginal ?? none
  const guesses = [id, Buffer.from(receiptHash).toString('hex'), Buffer.from(receiptHash).toString('base64')]
  return (
    [...keys, Buffer.from(receiptHash)].some((bytes) => opens(() => openOriginal({ bytes }, id, original))) ||
    guesses.some((guess) => opens(() => openOriginal(keyFrom(guess, 'receipt', id), id, original))) ||
    guesses.some((guess) => opens(() => openKeyWithReceipt(guess, id, dataKey?.forReceipt ?? none))) ||
    keys.some((key) => opens(() => openKeyForTeam(keyringOf([key]), id, dataKey?.forTeam ?? none)))
  )
}

test('with the settings of a web process and the whole database none of a thousand stories is opened', async () => {
  const stories = 1000
  await depositMany(stories)
  const keys = [...keysOfWebProcess(), ...(await keysOfDump())]
  const kept = await rows()
  expect(kept).toHaveLength(stories)
  expect(kept.filter((row) => isOpenedBy(keys, row))).toEqual([])
  const teamKey = Buffer.alloc(32, 5) // what `PORTEVOIX_TEAM_KEY` is in the tests: the same attempt succeeds with it
  const first = kept.slice(0, 1)
  expect(
    first.filter((row) => opens(() => openKeyForTeam(keyringOf([teamKey]), row.id, row.dataKey?.forTeam ?? none))),
  ).toEqual(first)
}, 60_000)

test('keys exchanged between two testimonies open neither', async () => {
  await depositMany(2)
  const [one, other] = await rows()
  if (!one?.dataKey || !other?.dataKey) throw new Error('two testimonies')
  const ring = keyringOf([Buffer.alloc(32, 5)])
  const { forTeam } = other.dataKey
  expect(opens(() => openKeyForTeam(ring, one.id, forTeam))).toBe(false)
  expect(opens(() => openKeyForTeam(ring, other.id, forTeam))).toBe(true)
})
