import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { unpublishTestimony } from '#app/features/moderation/commands/close-testimony.server.ts'
import { proposePublication } from '#app/features/moderation/commands/draft-testimony.server.ts'
import { publishTestimony } from '#app/features/moderation/commands/publish-testimony.server.ts'
import { takeAskedStep } from '#app/features/questions/commands/take-asked-step.server.ts'
import * as question from '#app/features/questions/sealed-question.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { keyringOf } from '#app/features/staff/team-key.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { depositTestimony } from '#app/features/testimonies/commands/deposit.server.ts'
import { openKeyForTeam, openKeyWithReceipt } from '#app/features/testimonies/keys.server.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import * as sealed from '#app/features/testimonies/sealed-story.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { anAskedQuestion } from '#prisma/factories/an-asked-question.ts'
import { askForReply, openReport } from './commands/open-case.server.ts'
import { takeCaseStep } from './commands/take-case-step.server.ts'
import {
  openCaseKey,
  openCaseKeyWithCode,
  sealedPassages,
  sealedReply,
  sealedRequest,
  sealedWords,
} from './sealed-case.server.ts'

const now = new Date('2026-02-04T10:20:30Z')
const appears = { story: true, quote: true }
const keyring = keyringOfThisMachine() ?? keyringOf([])
const text = 'Un récit fictif, en deux phrases. Le voici, assez long pour une réponse.'
const page = {
  bytes: Uint8Array.from(Buffer.from('une page')),
  width: 12,
  height: 34,
  mediaType: 'image/webp',
} as const
const form = { title: 'Un titre', story: text, system: 'control', department: null, period: null } as const
const answers = {
  uses: ['publish' as const],
  consequences: [],
  attempts: [],
  contentWarning: null,
  consent: 'on',
} as const
const who = { name: 'Camille', email: 'camille@example.org', passages: 'Le voici' }

/** What opens: of each testimony and of each case its key, and what the witness and the sender keep. */
const codes = new Map<string, string>()
const keys = new Map<string, DataKey>()
const keyOf = (owner: string): DataKey => keys.get(owner) ?? { bytes: Buffer.alloc(32) }
const draftVersion = 1

/** A testimony that went all the way, so that nothing of it that is sealed is missing. */
async function aWholeOne(campaign: Awaited<ReturnType<typeof aCampaign>>) {
  const id = randomUUID()
  const asked = { ...form, ...answers, uses: [...answers.uses], consequences: [], attempts: [], once: id }
  const deposit = await depositTestimony(asked, { campaign, locale: 'fr', now, files: [[page]] })
  if (deposit.outcome !== 'deposited') throw new Error(deposit.outcome)
  codes.set(id, deposit.receipt)
  const hands = async () => ({ actor: await anActor(), testimonyId: id, now, keyring })
  const story = { title: 'Un titre', text, contentWarning: null, quote: null }
  await proposePublication({ story, draftVersion: 0 }, await hands())
  await approveText({ receipt: deposit.receipt, draftVersion, appears }, now)
  await publishTestimony({ draftVersion }, await hands())
  const testimony = await findPublished(campaign.id, id)
  if (!testimony || testimony === 'withdrawn') throw new Error('not published')
  const about = { testimony, locale: 'fr' as const, now }
  const [notice, reply] = [randomUUID(), randomUUID()]
  const reported = await openReport({ ...who, ground: 'other', reason: text, goodFaith: 'on', once: notice }, about)
  const quality = {
    quality: 'Agence',
    reply: 'Non.',
    signedAs: 'Agence',
    orRemoved: undefined,
    entitled: 'on',
  } as const
  const replied = await askForReply({ ...who, ...quality, once: reply }, about)
  for (const [file, opened] of [
    [notice, reported],
    [reply, replied],
  ] as const)
    // prettier-ignore
    codes.set(file, opened.outcome === 'opened' ? opened.code : '')
  const desk = async (file: string) => ({ id: file, actor: await anActor(), keyring, now })
  const why = { reason: 'notUnlawful', words: 'Nous avons relu ce passage.' } as const
  await takeCaseStep({ intent: 'close', revision: 1, ...why }, await desk(notice))
  await takeCaseStep({ intent: 'accept', revision: 1, replyText: 'Non.', replyBy: 'Agence' }, await desk(reply))
  await unpublishTestimony({ draftVersion, reason: 'witnessAsked', message: 'Mots', note: 'Note' }, await hands())
}

/** A question that was asked and answered. */
async function anAnsweredOne() {
  const { id, code } = await anAskedQuestion()
  codes.set(id, code)
  const hands = { actor: await anActor(), id, keyring, now: new Date('2026-02-06T09:00:00Z') }
  await takeAskedStep({ intent: 'answer', revision: 1, words: 'Demandez ce qu’il contient.' }, hands)
}

type Opener = (owner: string, row: string, envelope: Uint8Array) => unknown

/** Every sealed column, and what opens it. */
const openers: Record<string, Opener> = {
  'testimony.sealed_original': (owner, row, envelope) => sealed.openOriginal(keyOf(owner), row, envelope),
  'testimony.sealed_draft': (owner, id, envelope) => sealed.openDraft(keyOf(owner), { id, version: 1 }, envelope),
  'message.sealed_text': (owner, row, envelope) => sealed.openMessage(keyOf(owner), row, envelope),
  'decision.sealed_note': (owner, row, envelope) => sealed.openNote(keyOf(owner), row, envelope),
  'attachment.sealed_image': (owner, row, envelope) => sealed.openImage(keyOf(owner), row, envelope),
  'data_key.for_team': (owner, _, envelope) => openKeyForTeam(keyring, owner, envelope),
  'data_key.for_receipt': (owner, _, envelope) => openKeyWithReceipt(codes.get(owner) ?? '', owner, envelope),
  'case_file.for_team': (owner, _, envelope) => openCaseKey(keyring, owner, envelope),
  'case_file.for_code': (owner, _, envelope) => openCaseKeyWithCode(codes.get(owner) ?? '', owner, envelope),
  'case_file.sealed_request': (owner, row, envelope) => sealedRequest.open(keyOf(owner), row, envelope),
  'case_file.sealed_passages': (owner, row, envelope) => sealedPassages.open(keyOf(owner), row, envelope),
  'case_file.sealed_reply': (owner, row, envelope) => sealedReply.open(keyOf(owner), row, envelope),
  'case_file.sealed_words': (owner, row, envelope) => sealedWords.open(keyOf(owner), row, envelope),
  'asked_question.for_team': (owner, _, envelope) => question.openQuestionKey(keyring, owner, envelope),
  'asked_question.for_code': (owner, _, envelope) =>
    question.openQuestionKeyWithCode(codes.get(owner) ?? '', owner, envelope),
  'asked_question.sealed_text': (owner, row, envelope) => question.sealedText.open(keyOf(owner), row, envelope),
  'asked_question.sealed_words': (owner, row, envelope) => question.sealedWords.open(keyOf(owner), row, envelope),
}
/** Bytes that are no envelope: keyed hashes of what somebody holds. */
const hashes = ['testimony.receipt_hash', 'case_file.code_hash', 'asked_question.code_hash']
const owners = ['testimony', 'case_file', 'asked_question']

interface Envelope {
  column: string
  owner: string
  row: string
  envelope: Buffer
}

async function envelopesOf(column: string): Promise<Envelope[]> {
  const [table = '', name = ''] = column.split('.')
  const row = table === 'data_key' ? 'testimony_id' : 'id'
  const owner = owners.includes(table) ? 'id' : 'testimony_id'
  const { rows } = await pool().query<Omit<Envelope, 'column'>>(
    `select ${owner}::text as owner, ${row}::text as row, ${name} as envelope from testimonies.${table} where ${name} is not null`,
  )
  return rows.map((found) => ({ ...found, column }))
}

const opens = ({ column, owner, row, envelope }: Envelope): boolean => {
  try {
    openers[column]?.(owner, row, envelope)
    return true
  } catch (error) {
    // Nothing else may stop it: the seal itself says no, before anybody reads what was in it.
    return !(error instanceof SealBroken)
  }
}

let kept: Envelope[] = []
beforeEach(async () => {
  const campaign = await aCampaign()
  await aWholeOne(campaign)
  await aWholeOne(campaign)
  await anAnsweredOne()
  await anAnsweredOne()
  for (const { owner, envelope } of await envelopesOf('data_key.for_team'))
    keys.set(owner, openKeyForTeam(keyring, owner, envelope))
  for (const { owner, envelope } of await envelopesOf('case_file.for_team'))
    keys.set(owner, openCaseKey(keyring, owner, envelope))
  for (const { owner, envelope } of await envelopesOf('asked_question.for_team'))
    keys.set(owner, question.openQuestionKey(keyring, owner, envelope))
  kept = (await Promise.all(Object.keys(openers).map(envelopesOf))).flat()
})

test('every column of the vault that holds bytes is sealed and looked at here, or is a keyed hash', async () => {
  const { rows } = await pool().query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'testimonies' and data_type = 'bytea'`,
  )
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...Object.keys(openers), ...hashes].toSorted())
  expect(new Set(kept.map(({ column }) => column))).toEqual(new Set(Object.keys(openers)))
  expect(kept.filter((envelope) => !opens(envelope))).toEqual([])
})

test('an envelope that was flipped, cut, lengthened or put in the place of another opens nowhere', () => {
  const any = fc.nat(kept.length - 1).map((at) => kept[at] ?? kept[0])
  const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const changed = fc.oneof(
    fc.tuple(any, at).map(([one, where]) => {
      const envelope = Buffer.from(one?.envelope ?? [])
      const bit = Math.floor(where * envelope.length * 8)
      envelope.writeUInt8(envelope.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      return { ...one, envelope }
    }),
    fc.tuple(any, at).map(([one, where]) => {
      const envelope = one?.envelope ?? Buffer.alloc(0)
      return { ...one, envelope: envelope.subarray(0, Math.floor(where * envelope.length)) }
    }),
    fc
      .tuple(any, fc.uint8Array({ minLength: 1, maxLength: 40 }))
      .map(([one, more]) => ({ ...one, envelope: Buffer.concat([one?.envelope ?? Buffer.alloc(0), more]) })),
    fc
      .tuple(any, any)
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => ({ ...one, envelope: other?.envelope })),
  )
  fc.assert(
    fc.property(changed, ({ column = '', owner = '', row = '', envelope = Buffer.alloc(0) }) => {
      expect(opens({ column, owner, row, envelope }) ? column : 'closed').toBe('closed')
    }),
    { numRuns: 3000 },
  )
})

test('every envelope in the place of every other opens nowhere', () => {
  const swapped = kept.flatMap((one) =>
    kept.filter((other) => other !== one).map(({ envelope }) => ({ ...one, envelope })),
  )
  expect(swapped.length).toBeGreaterThan(500)
  expect(swapped.filter(opens).map(({ column }) => column)).toEqual([])
})

test('a text that was sealed before does not pass for the one that stands there now', () => {
  const drafts = kept.filter(({ column }) => column === 'testimony.sealed_draft')
  for (const { owner, row, envelope } of drafts)
    expect(() => sealed.openDraft(keyOf(owner), { id: row, version: 2 }, envelope)).toThrow('version')
  expect(drafts).toHaveLength(2)
})
