import { LRUCache } from 'lru-cache'
import { singleton } from '#app/infra/singleton.ts'
import { drawSheet, type SheetContent } from './draw-sheet.server.ts'

const mostKept = 24

/** A sheet, drawn once for everyone and for as long as it says the same. */
export function keptSheet(content: SheetContent): Promise<Buffer> {
  const kept = singleton('paper-sheets', () => new LRUCache<string, Promise<Buffer>>({ max: mostKept }))
  const key = JSON.stringify(content)
  const known = kept.get(key)
  if (known) return known
  const drawn = drawSheet(content)
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  return drawn
}
