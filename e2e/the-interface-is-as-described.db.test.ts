import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { apiDocument } from '#app/routes/machine/openapi/document.ts'
import { described, nameOf } from './support/described.ts'
import { aMachineHouse, machineRoutes } from './support/machine-house.ts'
import { aDescribedCampaign, givesEvery } from './support/machine-answers.ts'

const document = apiDocument('http://localhost:3000')
const api = described(document)

test('the description is OpenAPI 3.1, and its examples are what their schemas say', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  api.expectExamples()
})

test('every address of the machine interface is described, and none that is not there', () => {
  const there = machineRoutes().map(({ path }) => `/${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(api.paths.toSorted()).toEqual(there.filter((path) => path !== '/api/*').toSorted())
})

test('every answer that is described is given by the product, and is as described', { timeout: 60_000 }, async () => {
  const house = await aMachineHouse()
  const campaign = await aDescribedCampaign()
  const given: string[] = []
  for (const { promised, answer } of await givesEvery(api.promised, { house, campaign })) {
    api.expectPromised(promised, answer)
    given.push(nameOf(promised))
    expect(answer.headers['access-control-allow-origin'], `of ${nameOf(promised)}`).toBe('*')
  }
  await house.close()
  expect(given.toSorted()).toEqual(api.promised.map(nameOf).toSorted())
})
