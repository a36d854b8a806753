import type { Page } from '@playwright/test'
import { expect, test } from './support/visitor.ts'

interface Loaded {
  path: string
  type: string
  /** Bytes on the wire, headers included. */
  bytes: number
}

/** What a first visit costs: every file that the browser fetched, as it came over the wire. */
async function firstVisit(page: Page, path: string): Promise<Loaded[]> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, { path: string; type: string }>()
  const loaded: Loaded[] = []
  wire.on(
    'Network.responseReceived',
    ({ requestId, response, type }) => void types.set(requestId, { path: new URL(response.url).pathname, type }),
  )
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = types.get(requestId)
    if (known) loaded.push({ ...known, bytes: encodedDataLength })
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  return loaded
}

const weigh = (files: readonly Loaded[], type?: string) =>
  files.filter((file) => type === undefined || file.type === type).reduce((sum, { bytes }) => sum + bytes, 0)

for (const path of ['/fr/score', '/en/score', '/fr/score/testify', '/fr/score/numbers'])
  test(`a first visit to ${path} weighs at most 70 KB, its fonts 42 KB, its script 15 KB, its stylesheet 8 KB`, async ({
    page,
  }) => {
    const files = await firstVisit(page, path)
    const listed = files.map(({ path: file, type, bytes }) => `${type} ${file} ${bytes}`).join('\n')
    expect(weigh(files, 'Document')).toBeGreaterThan(1000)
    expect(weigh(files, 'Script'), listed).toBeLessThanOrEqual(15 * 1024)
    expect(weigh(files, 'Stylesheet'), listed).toBeGreaterThan(1000)
    expect(weigh(files, 'Stylesheet'), listed).toBeLessThan(8 * 1024)
    expect(weigh(files, 'Font'), listed).toBeGreaterThan(1000)
    expect(weigh(files, 'Font'), listed).toBeLessThanOrEqual(42 * 1024)
    expect(weigh(files), listed).toBeLessThanOrEqual(70 * 1024)
  })

test('a first visit to a letter weighs at most 80 KB with all that makes it, its scripts 15 KB', async ({ page }) => {
  const files = await firstVisit(page, '/fr/score/remedies/l10')
  const listed = files.map(({ path: file, type, bytes }) => `${type} ${file} ${bytes}`).join('\n')
  expect(weigh(files, 'Script'), listed).toBeGreaterThan(1000)
  expect(weigh(files, 'Script'), listed).toBeLessThanOrEqual(15 * 1024)
  expect(weigh(files), listed).toBeLessThanOrEqual(80 * 1024)
})

test('a first visit to the explanation of scores weighs at most 80 KB with its population, its scripts 15 KB', async ({
  page,
}) => {
  const files = await firstVisit(page, '/fr/score/scoring')
  const listed = files.map(({ path: file, type, bytes }) => `${type} ${file} ${bytes}`).join('\n')
  expect(weigh(files, 'Script'), listed).toBeGreaterThan(1000)
  expect(weigh(files, 'Script'), listed).toBeLessThanOrEqual(15 * 1024)
  expect(weigh(files, 'Stylesheet'), listed).toBeLessThan(8 * 1024)
  expect(weigh(files), listed).toBeLessThanOrEqual(80 * 1024)
})

test('a first visit to any page of remedies, claims and questions weighs at most 100 KB, its scripts 15 KB', async ({
  page,
}) => {
  const here = ['/remedies', '/remedies/deadlines', '/remedies/barometer', '/claims', '/claims/robots-de-controle']
  const other = ['/systems', '/systems/tri-des-controles', '/commitments', '/questions', '/press', '/answer']
  for (const path of [...here, ...other]) {
    const files = await firstVisit(page, `/fr/score${path}`)
    const listed = files.map(({ path: file, type, bytes }) => `${type} ${file} ${bytes}`).join('\n')
    expect(weigh(files, 'Document'), path).toBeGreaterThan(1000)
    expect(weigh(files, 'Script'), listed).toBeLessThanOrEqual(15 * 1024)
    expect(weigh(files), listed).toBeLessThanOrEqual(100 * 1024)
  }
})

test('a letter that French and English lack is drawn in the same face, from a file that comes when it is needed', async ({
  page,
}) => {
  await page.goto('/fr/score', { waitUntil: 'networkidle' })
  const more = page.waitForResponse(/bricolage-grotesque-latin-ext/)
  await page.getByRole('heading', { level: 1 }).evaluate((title) => title.append(' Łódź'))
  expect((await more).status()).toBe(200)
})
