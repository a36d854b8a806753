import { ask } from './support/ask.ts'
import { faultsNow } from './support/axe.ts'
import type { House } from './support/house.ts'
import { expect, test } from './support/visitor.ts'

const quote = 'Une phrase à reprendre, tout à fait fictive.'

/** A published story of the demonstration that no other story of this file takes away. */
async function aPublished(house: House, nth: number): Promise<{ id: string; title: string }> {
  const [row] = await house.sql(
    `select id, published_title as title from testimonies.testimony where state = 'published' and locale = 'fr' and content_warning is null order by id offset $1 limit 1`,
    [nth],
  )
  return { id: String(row?.['id']), title: String(row?.['title']) }
}

test('a reader searches without accents, narrows, reads on and goes from story to story', async ({ page, house }) => {
  const { id, title } = await aPublished(house, 0)
  await page.goto('/fr/score/testimonies')
  await page.getByLabel('Chercher un mot').fill('CALCULEES')
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await expect(page).toHaveURL(/q=CALCULEES/)
  await expect(page.locator('mark').first()).toHaveText(/^calcul/i)
  await page.getByText('Filtrer', { exact: true }).click()
  await page.getByLabel('De quoi il s’agit').selectOption('label')
  await page.getByRole('button', { name: 'Filtrer les témoignages', exact: true }).click()
  await expect(page).toHaveURL(/system=label/)
  await expect(page.getByLabel('De quoi il s’agit')).toHaveValue('label')
  await page.goto('/fr/score/testimonies?q=%3Cscript%3Ealert(1)%3C/script%3E')
  await expect(page.getByText('Aucun témoignage publié ne correspond')).toBeVisible()
  await page.getByRole('link', { name: 'Tout effacer', exact: true }).click()
  await expect(page).toHaveURL(/\/testimonies$/)
  await page.goto(`/fr/score/testimonies/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title.slice(2, 12))
  const others = page.getByRole('navigation', { name: 'Autres témoignages' }).getByRole('link')
  await others.first().click()
  await expect(page).not.toHaveURL(new RegExp(id))
  await expect(page.getByRole('heading', { level: 2, name: 'Faire passer ce témoignage' })).toBeVisible()
})

test('what is taken back is gone from the page, the search, the feed, the programs, the quotes', async ({ house }) => {
  const { id } = await aPublished(house, 1)
  await house.sql(
    `update testimonies.testimony set published_quote = $2, uses = '{publish,quote,press}' where id = $1`,
    [id, quote],
  )
  const page = `${house.url}/fr/score/testimonies/${id}`
  const api = `${house.url}/api/v1/campaigns/score/testimonies`
  const lists = [
    `${house.url}/fr/score/testimonies`,
    `${house.url}/en/score/testimonies?q=phrase+reprendre&language=fr`,
    `${house.url}/fr/score/testimonies.atom`,
    `${house.url}/fr/score/testimonies/quotes`,
    `${house.url}/fr/score`,
    api,
    `${api}/quotes`,
  ]
  const etags = new Map<string, string>()
  await expect.poll(async () => (await ask(`${api}/quotes`)).text).toContain(id)
  for (const address of [...lists, page, `${api}/${id}`]) {
    const { status, headers } = await ask(address)
    expect(status, address).toBe(200)
    etags.set(address, String(headers['etag']))
    expect((await ask(address, { headers: { 'if-none-match': String(headers['etag']) } })).status, address).toBe(304)
  }
  // Nobody tells the product: whatever takes a text away, the database itself says so.
  await house.sql(
    `update testimonies.testimony set state = 'withdrawn', published_title = null, published_text = null, published_quote = null where id = $1`,
    [id],
  )
  await expect.poll(async () => (await ask(page)).status).toBe(410)
  for (const address of [page, `${api}/${id}`])
    for (const method of ['GET', 'HEAD'])
      expect((await ask(address, { method, headers: { 'if-none-match': etags.get(address) ?? '' } })).status).toBe(410)
  for (const address of lists) {
    const { status, text } = await ask(address)
    expect(status, address).toBe(200)
    expect(text, address).not.toContain(id)
    expect(text, address).not.toContain(quote)
  }
})

test('programs read stories, one stretch after the other, from any site', async ({ house }) => {
  const first = await ask(`${house.url}/api/v1/campaigns/score/testimonies`)
  expect(first.headers['access-control-allow-origin']).toBe('*')
  expect(first.headers['cache-control']).toContain('must-revalidate')
  expect(JSON.parse(first.text)).toMatchObject({ campaign: 'score', next: null })
  expect(first.text).not.toContain('[[')
  expect((await ask(`${house.url}/api/v1/campaigns/score/testimonies?after=nothing`)).status).toBe(400)
  const csv = await ask(`${house.url}/api/v1/campaigns/score/testimonies/statistics?format=csv`)
  expect(csv.text).toMatch(/^table,key,testimonies\r\n/)
  expect(csv.text).not.toMatch(/,[1-9]\r\n/)
})

for (const locale of ['fr', 'en'] as const)
  test(`axe finds nothing on the pages around the gallery in ${locale} @js`, async ({ page, house }) => {
    const { id } = await aPublished(house, 0)
    const query = '?q=calcul&system=label&page=1'
    for (const path of ['', query, '?q=zzzz', `/${id}`, '/statistics', '/quotes']) {
      await page.goto(`/${locale}/score/testimonies${path}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await faultsNow(page), `${path} ${colorScheme}`).toEqual([])
      }
    }
  })
