import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { keyringOf } from '#app/features/staff/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal, SealBroken, unseal } from '#app/infra/vault/seal.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { resealOldTestimonies } from './commands/reseal-old.server.ts'
import { openKeyForTeam } from './keys.server.ts'
import { openDraft, openNote, openOriginal } from './sealed-story.server.ts'

const keyring = keyringOfThisMachine() ?? keyringOf([])
const bytes = (text: string, column: string, row: string, table = 'testimony') =>
  Uint8Array.from(seal(text, { table, column, row }))

async function anOldTestimony() {
  const { id } = await aTestimony()
  const decisionId = randomUUID()
  await db().dataKey.deleteMany({ where: { testimonyId: id } })
  const original = JSON.stringify({ title: 'Ancien', story: 'Un récit de la version d’avant.', contentWarning: null })
  const draft = JSON.stringify({ title: 'Ancien', text: 'Un récit.', contentWarning: null, version: 2 })
  await db().testimony.update({
    where: { id },
    data: {
      sealedOriginal: bytes(original, 'sealed_original', id),
      sealedDraft: bytes(draft, 'sealed_draft', id),
      draftVersion: 2,
      decisions: {
        create: {
          id: decisionId,
          kind: 'declined',
          draftVersion: 2,
          at: new Date('2026-02-01'),
          sealedNote: bytes('Une note.', 'sealed_note', decisionId, 'decision'),
        },
      },
    },
  })
  return { id, decisionId }
}

const rowOf = (id: string) =>
  db().testimony.findUniqueOrThrow({ where: { id }, include: { dataKey: true, decisions: true } })

test('a testimony of before has a key of its own afterwards, and the keys of the settings open it no more', async () => {
  const { id, decisionId } = await anOldTestimony()
  expect(await resealOldTestimonies()).toBe(1)
  const { sealedOriginal, sealedDraft, dataKey, decisions } = await rowOf(id)
  const none = new Uint8Array()
  const key = openKeyForTeam(keyring, id, dataKey?.forTeam ?? none)
  expect(openOriginal(key, id, sealedOriginal ?? none).text).toBe('Un récit de la version d’avant.')
  expect(openDraft(key, { id, version: 2 }, sealedDraft ?? none)).toMatchObject({ text: 'Un récit.', quote: null })
  expect(openNote(key, decisionId, decisions[0]?.sealedNote ?? none)).toBe('Une note.')
  expect(() => unseal(sealedOriginal ?? none, { table: 'testimony', column: 'sealed_original', row: id })).toThrow(
    SealBroken,
  )
  expect(dataKey?.forReceipt).toBeNull()
})

test('sealing anew twice, or by two processes at once, does it once', async () => {
  const { id } = await anOldTestimony()
  await Promise.allSettled([resealOldTestimonies(), resealOldTestimonies()])
  const first = await rowOf(id)
  expect(await resealOldTestimonies()).toBe(0)
  expect(await rowOf(id)).toEqual(first)
  const key = openKeyForTeam(keyring, id, first.dataKey?.forTeam ?? new Uint8Array())
  expect(openOriginal(key, id, first.sealedOriginal ?? new Uint8Array()).title).toBe('Ancien')
})
