import { expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { action } from './testify.tsx'

const number = '06 39 98 41 27'
const form = {
  title: 'Trois mois',
  story: `On m’a rappelé du ${number}, puis plus rien.`,
  system: 'control',
  consent: 'on',
}

async function send(fields: Record<string, string>) {
  const { slug } = await aCampaign()
  const request = new Request(`http://localhost/fr/${slug}/testify`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  const context = {
    nonce: '',
    now: new Date('2026-02-01T11:00:00Z'),
    network: null,
    shared: false,
    throttled: false,
    session: null,
  }
  return answered.parse(await action({ request, params: { locale: 'fr', campaign: slug }, context }))
}

const answered = z.object({
  data: z.object({
    typed: z.object({ values: z.record(z.string(), z.unknown()), errors: z.record(z.string(), z.string()) }).optional(),
    receipt: z.object({ code: z.string(), inbox: z.string() }).optional(),
    replaced: z.boolean().optional(),
    distress: z.boolean().optional(),
  }),
  init: z.object({ status: z.number() }),
})

test('a story with a telephone number in it is not kept, and comes back whole with what is wrong', async () => {
  const { data, init } = await send(form)
  expect(init.status).toBe(422)
  expect(data.typed?.errors).toEqual({ story: 'testimonies.guard.errors.phone' })
  expect(data.typed?.values['story']).toBe(form.story)
  expect(JSON.stringify(data.typed?.errors)).not.toContain(number)
  expect(await db().testimony.count()).toBe(0)
})

test('asked to, the form comes back with neutral words and is still not kept', async () => {
  const { data, init } = await send({ ...form, guard: 'replace' })
  expect(init.status).toBe(200)
  expect(data.replaced).toBe(true)
  expect(data.typed?.values['story']).toBe('On m’a rappelé du [[numéro de téléphone]], puis plus rien.')
  expect(await db().testimony.count()).toBe(0)
})

test('names warn and do not stop; after words of distress the receipt comes with whom to call', async () => {
  const { data } = await send({ ...form, story: 'Ma conseillère Sylvie m’a dit non et j’ai voulu mourir.' })
  expect(data.receipt).toBeDefined()
  expect(data.distress).toBe(true)
  expect(await db().testimony.count()).toBe(1)
})
