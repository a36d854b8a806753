import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Picture } from '#app/features/mailings/queries/pictures.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Given extends Partial<Pick<Picture, 'width' | 'height' | 'altFr' | 'altEn' | 'decorative'>> {
  campaignId: number
}

/** A picture that letters of a campaign may carry. */
export async function aPicture({
  campaignId,
  width = 800,
  height = 600,
  altFr = 'Une foule',
  altEn = 'A crowd',
  decorative = false,
}: Given): Promise<{ id: string; jpeg: Uint8Array }> {
  const id = randomBytes(12).toString('hex')
  const colour = { r: 200, g: 40, b: randomBytes(1)[0] ?? 0 }
  const drawn = await sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
  const jpeg = Uint8Array.from(drawn)
  const said = { altFr, altEn, decorative, width, height }
  const createdAt = new Date('2026-01-15T08:00:00Z')
  await db().picture.create({
    data: { id, campaignId, jpeg, size: jpeg.length, ...said, createdAt, createdById: crypto.randomUUID() },
    select: { id: true },
  })
  return { id, jpeg }
}
