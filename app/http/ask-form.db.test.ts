import { expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { readAskForm } from './ask-form.server.ts'

const now = new Date('2026-02-06T09:00:00Z')
const pointing = 'Vous pouvez m’appeler au 06 12 34 56 78.'

async function judged(text: string) {
  const { slug } = await aCampaign()
  const request = new Request(`http://localhost/fr/${slug}/questions/ask`, {
    method: 'POST',
    body: new URLSearchParams({ kind: 'question', text }),
  })
  const context = { nonce: '', now, network: null, shared: false, throttled: false, session: null }
  return (await readAskForm({ request, params: { locale: 'fr', campaign: slug }, context })).judged
}

test('a message over 2,000 characters comes back whole for its length, and the guard has not read it', async () => {
  const text = `${pointing} ${'Une phrase. '.repeat(180)}`
  expect(await judged(text)).toMatchObject({
    step: 'again',
    status: 422,
    stopped: false,
    values: { text },
    errors: { text: 'questions.errors.textTooLong' },
  })
  expect(await judged(`${pointing} ${'\r\n'.repeat(2100)}`)).toMatchObject({ stopped: true })
})
