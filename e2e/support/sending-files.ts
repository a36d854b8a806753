import { openKeyWithReceipt } from '#app/features/testimonies/keys.server.ts'
import { openImage } from '#app/features/testimonies/sealed-story.server.ts'
import { leftIn } from './clean-many.ts'
import type { House } from './house.ts'
import { mark } from './hostile-images.ts'

export interface Answered {
  status: number
  text: string
  milliseconds: number
  /** `null`: nothing was kept. */
  receipt: string | null
}

export type Named = readonly [name: string, bytes: Buffer]

export const story = 'Ce qui m’est arrivé, et que je veux retrouver si les fichiers ne passent pas.'

/** A deposit with these files, as a form without a script sends it. */
export async function sendFiles(house: House, files: readonly Named[]): Promise<Answered> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ title: 'Un titre', story, system: 'other', consent: 'on' }))
    form.set(name, value)
  for (const [name, bytes] of files)
    form.append('files', new File([Uint8Array.from(bytes)], name, { type: 'image/png' }))
  const startedAt = performance.now()
  const answer = await fetch(`${house.url}/fr/score/testify`, {
    method: 'POST',
    headers: { origin: house.url },
    body: form,
  })
  const text = await answer.text()
  const [, code] = /data-testid="receipt-code">(.*?)<\/code>/s.exec(text) ?? []
  const receipt = code?.replaceAll(/<[^>]*>/g, '') ?? null
  return { status: answer.status, text, milliseconds: performance.now() - startedAt, receipt }
}

/** What is left of a person in what was kept under a receipt, looked at by more than one reader. */
export async function leftBehind(house: House, receipt: string | null): Promise<string[]> {
  const pages = receipt === null ? [] : await pagesOf(house, receipt)
  const found = pages.length === 0 ? ['no page at all'] : []
  for (const image of pages) {
    found.push(...(await leftIn(image)), ...strangeChunks(image.bytes))
    if (Buffer.from(image.bytes).includes(mark)) found.push('the mark')
  }
  return found
}

/** The drawings of a testimony, opened with its receipt as its witness would. */
async function pagesOf(house: House, receipt: string) {
  const code = receipt.replace(/[^0-9A-Z]/g, '')
  const rows = await house.sql(
    `select a.id, a.testimony_id, a.width, a.height, a.sealed_image, k.for_receipt from testimonies.attachment a
     join testimonies.data_key k using (testimony_id)`,
  )
  return rows.flatMap(
    ({ id, testimony_id: testimony, width, height, sealed_image: sealed, for_receipt: forReceipt }) => {
      if (!(sealed instanceof Uint8Array) || !(forReceipt instanceof Uint8Array)) return []
      try {
        const key = openKeyWithReceipt(code, String(testimony), forReceipt)
        const bytes = Uint8Array.from(openImage(key, String(id), sealed))
        return [{ bytes, width: Number(width), height: Number(height), mediaType: 'image/webp' as const }]
      } catch {
        return [] // of another testimony
      }
    },
  )
}

/** Chunks of a WebP (RFC 9649) that are not its pixels, and bytes behind its end. */
function strangeChunks(webp: Uint8Array): string[] {
  const bytes = Buffer.from(webp)
  const found =
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? [] : ['no WebP']
  let at = 12
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4)
    if (name !== 'VP8 ' && name !== 'VP8L') found.push(`chunk ${name}`)
    at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)
  }
  return at === bytes.length ? found : [...found, 'bytes behind its end']
}
