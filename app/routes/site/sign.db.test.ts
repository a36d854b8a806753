import { expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTextVersion } from '#prisma/factories/a-text-version.ts'
import { action } from './sign.tsx'

const noon = new Date('2026-02-01T11:00:00Z')
const hoursAgo = (hours: number) => new Date(noon.getTime() - hours * 3_600_000)

const given = { name: 'Camille Exemple', email: 'camille@example.org', postcode: '31000', consent: 'on' }

async function send(slug: string, text: number) {
  const body = new URLSearchParams({ ...given, text: String(text) })
  const request = new Request(`http://localhost/fr/${slug}/sign`, { method: 'POST', body })
  const context = { nonce: '', now: noon, network: null, shared: false, throttled: false, session: null }
  return action({ request, params: { locale: 'fr', campaign: slug }, context })
}

const refusal = z.object({
  data: z.object({ values: z.record(z.string(), z.unknown()), errors: z.record(z.string(), z.string()) }),
  init: z.object({ status: z.number() }),
})

test('who read a text that was replaced two days ago sees the new one before they sign, with what they typed', async () => {
  const { id, slug } = await aCampaign()
  await aTextVersion(id, { version: 2, publishedAt: hoursAgo(48) })
  const answer = refusal.parse(await send(slug, 1))
  expect(answer.init.status).toBe(422)
  expect(answer.data.errors).toEqual({ form: 'signatures.errors.textChanged' })
  expect(answer.data.values).toEqual({ name: given.name, email: given.email, postcode: given.postcode })
  expect(await db().signature.count()).toBe(0)
})

test.each([
  ['the one they read, when it was replaced an hour ago', 1, 1],
  ['the one of now', 2, 2],
  ['the one of now, when they name one that never was', 9, 2],
])('a signature is bound to %s', async (_, shown, bound) => {
  const { id, slug } = await aCampaign()
  await aTextVersion(id, { version: 2, publishedAt: hoursAgo(1) })
  await send(slug, shown)
  expect(await db().signature.findMany({ select: { textVersion: true } })).toEqual([{ textVersion: bound }])
})
