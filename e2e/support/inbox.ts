import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { openKeyWithReceipt } from '#app/features/testimonies/keys.server.ts'
import { sealImage, sealMessage } from '#app/features/testimonies/sealed-story.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import type { House } from './house.ts'

const words = {
  fr: { code: 'Code de reçu', open: 'Ouvrir' },
  en: { code: 'Receipt code', open: 'Open' },
} as const

/** Types a receipt code into the inbox and opens it. */
export async function openInbox(page: Page, receipt: string, locale: 'fr' | 'en' = 'fr'): Promise<void> {
  await page.goto(`/${locale}/inbox`)
  await page.getByLabel(words[locale].code, { exact: true }).fill(receipt)
  await page.getByRole('button', { name: words[locale].open, exact: true }).click()
  await expect(page.getByRole('button', { name: words[locale].open, exact: true })).toHaveCount(0)
}

async function keyOf(house: House, { id, receipt }: { id: string; receipt: string }): Promise<DataKey> {
  const [row] = await house.sql(`select for_receipt from testimonies.data_key where testimony_id = $1`, [id])
  const sealed = row?.['for_receipt']
  if (!(sealed instanceof Uint8Array)) throw new Error('no key for that receipt')
  return openKeyWithReceipt(receipt.replace(/[^0-9A-Z]/g, ''), id, sealed)
}

/** A file of so many pages, as if its witness had joined it: no test of an inbox waits for the drawing. */
export async function join(house: House, whose: { id: string; receipt: string }, { file, pages }: Joined) {
  const key = await keyOf(house, whose)
  for (let page = 1; page <= pages; page += 1) {
    const one = randomUUID()
    const background = { r: 60 * page, g: 120, b: 200 }
    const image = await sharp({ create: { width: 1200, height: 1700, channels: 3, background } })
      .webp()
      .toBuffer()
    await house.sql(
      `insert into testimonies.attachment (id, testimony_id, file, page, width, height, sealed_image)
       values ($1, $2, $3, $4, 1200, 1700, $5)`,
      [one, whose.id, file, page, Buffer.from(sealImage(key, one, image))],
    )
  }
}

interface Joined {
  file: number
  pages: number
}

/** A question of the team in the thread, written with the key that the receipt opens. */
export async function ask(house: House, { id, receipt }: { id: string; receipt: string }, question: string) {
  const key = await keyOf(house, { id, receipt })
  const message = randomUUID()
  await house.sql(
    `insert into testimonies.message (id, testimony_id, n, author, kind, sealed_text, day)
     values ($1, $2, 1 + (select count(*) from testimonies.message where testimony_id = $2), 'team', 'question', $3, current_date)`,
    [message, id, Buffer.from(sealMessage(key, message, question))],
  )
  await house.sql(`update testimonies.testimony set state = 'asked' where id = $1`, [id])
}
