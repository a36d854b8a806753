import { LRUCache } from 'lru-cache'
import { paint } from '#app/infra/pictures/painting.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import type { Pictured } from './schema.ts'
import { drawShareImage } from './share-image.server.ts'

/** Milliseconds for which a picture may show the count of before. */
const paintedFor = 60_000
/** Pictures kept: one for each campaign and language. A picture has some fifty kilobytes. */
const mostKept = 64

interface KeptImage {
  confirmed: number
  paintedAt: number
  png: Promise<Buffer>
}

const kept = () => singleton('share-images', () => new LRUCache<string, KeptImage>({ max: mostKept }))

/**
 * The share image of a campaign, painted once for everyone: anew when the count has moved, and then once a minute at most. What
 * else it says is always of now. Only what exists gets here, so that nobody fills the store with names. @throws when it cannot be painted
 */
export async function keptShareImage(pictured: Pictured, now: Date): Promise<Buffer> {
  const { confirmed, ...said } = pictured
  const key = JSON.stringify(said)
  const known = kept().get(key)
  if (known && (known.confirmed === confirmed || now.getTime() - known.paintedAt < paintedFor)) return known.png
  const png = paint(drawShareImage(pictured))
  const made: KeptImage = { confirmed, paintedAt: now.getTime(), png }
  kept().set(key, made)
  png.catch(() => {
    if (kept().get(key) === made) kept().delete(key)
  })
  return png
}
