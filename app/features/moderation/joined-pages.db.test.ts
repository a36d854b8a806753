import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { sealImage } from '#app/features/testimonies/sealed-story.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { openPage } from './commands/open-page.server.ts'
import { keyFor } from './commands/settle.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string) => ({ actor, testimonyId, now, keyring })

test('a joined page opens for who holds a key, leaves an entry, and is nothing but a picture', async () => {
  const { id } = await aTestimony()
  const moderator = await anActor()
  const key = await keyFor(hands(moderator, id))
  if (!key) throw new Error('no key')
  const pages = await Promise.all(
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), Buffer.from('<svg onload="x">')].map(async (image, place) => {
      const page = randomUUID()
      await db().attachment.create({
        data: {
          id: page,
          testimonyId: id,
          file: 1,
          page: place + 1,
          width: 1,
          height: 1,
          sealedImage: sealImage(key, page, image),
        },
      })
      return page
    }),
  )
  expect(await openPage(pages[0] ?? '', hands(moderator, id))).toMatchObject({ type: 'image/png' })
  expect(await openPage(pages[1] ?? '', hands(moderator, id))).toBeNull()
  expect(await openPage(pages[0] ?? '', { ...hands(moderator, id), keyring: null })).toBeNull()
  expect(await openPage(pages[0] ?? '', hands(moderator, (await aTestimony()).id))).toBeNull()
  expect(await openPage(pages[0] ?? '', hands(await anActor('analyst'), id))).toBeNull()
  expect(await db().auditEntry.count({ where: { action: 'testimony.page-opened' } })).toBe(2)
})
