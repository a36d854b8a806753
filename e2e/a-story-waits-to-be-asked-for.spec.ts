import { randomUUID } from 'node:crypto'
import { asleep } from './support/asleep.ts'
import { manyTestimonies } from './support/many-testimonies.ts'
import { unique } from './support/people.ts'
import { expect, test } from './support/visitor.ts'

test('what the witness warns of is blurred until it is asked for, and no picture is fetched before', async ({
  house,
  visitor,
  javaScriptEnabled,
}) => {
  visitor.expectAnswer(404) // the page joined below is sealed by nobody
  const title = `Un récit dur ${unique()}`
  const [id] = await manyTestimonies(house, [title], 'violence')
  const picture = randomUUID()
  await house.sql(
    `insert into testimonies.attachment (id, testimony_id, file, page, width, height, sealed_image) values ($1, $2, 1, 1, 40, 40, 'x')`,
    [picture, id],
  )
  const page = await visitor.staff('moderator')
  const fetched: string[] = []
  page.on('request', (request) => void fetched.push(new URL(request.url()).pathname))
  await page.goto(`/admin/testimonies/${id}`)
  const original = page.locator('.original')
  const veiled = page.locator('[data-veil]', { has: original }).locator('> div')
  const blur = () => veiled.evaluate((element) => getComputedStyle(element).filter)
  expect(await blur()).toContain('blur')
  await page.locator('[data-veil]').first().getByRole('checkbox').check()
  expect(await blur()).toBe('none')
  if (javaScriptEnabled) await expect(page.locator('[data-veil] > label > input:not(:checked)')).toHaveCount(0)

  const address = `/admin/testimonies/${id}/pages/${picture}`
  await page.locator('details[data-pages] > summary').click()
  await expect(page.locator('details[data-page] > summary')).toBeVisible()
  expect(fetched).not.toContain(address)
  const asked = page.waitForRequest((request) => request.url().endsWith(address))
  await page.locator('details[data-page] > summary').click()
  if (!javaScriptEnabled) await page.getByRole('link', { name: 'Ouvrir la page 1' }).click()
  await asked
})

test('whoever asks before the page has woken up is answered when it does @js', async ({ house, visitor }) => {
  visitor.expectAnswer(404)
  const [id] = await manyTestimonies(house, [`Très tôt ${unique()}`], 'violence')
  const picture = randomUUID()
  await house.sql(
    `insert into testimonies.attachment (id, testimony_id, file, page, width, height, sealed_image) values ($1, $2, 1, 1, 40, 40, 'x')`,
    [picture, id],
  )
  const page = await visitor.staff('moderator')
  const { wake } = await asleep(page)
  await page.goto(`/admin/testimonies/${id}`, { waitUntil: 'commit' })
  await page.locator('[data-veil]').first().getByRole('checkbox').check()
  await page.locator('details[data-pages] > summary').click()
  await page.locator('details[data-page] > summary').click()
  const asked = page.waitForRequest((request) => request.url().endsWith(`/pages/${picture}`))
  wake()
  await asked
  await page.getByLabel('Texte', { exact: true }).fill('Réécrit.')
})

test('one key shows the story, then page after page; before, nothing of it is in reach of the keyboard @js', async ({
  house,
  visitor,
}) => {
  const [id] = await manyTestimonies(house, [`Au clavier ${unique()}`], 'violence')
  const page = await visitor.staff('moderator')
  await page.goto(`/admin/testimonies/${id}`)
  await expect(page.getByRole('button', { name: /Toutes les touches/ })).toBeVisible()
  const text = page.getByLabel('Texte', { exact: true })
  await text.evaluate((field) => field.focus())
  await expect(text).not.toBeFocused()
  await page.keyboard.press('v')
  await page.getByLabel('Texte', { exact: true }).fill('Réécrit.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Toutes les touches' })
  await expect(help.getByText('repérage suivant, précédent (partout)')).toBeVisible()
  await help.getByRole('button', { name: 'Fermer' }).click()
  await page.goto('/admin/testimonies')
  await expect(page.getByRole('button', { name: /Toutes les touches/ })).toBeVisible()
  await page.keyboard.press('?')
  await expect(help).toBeVisible()
  await expect(help.getByText('repérage suivant, précédent (partout)')).toBeHidden()
})

test('an old tab and the way back write nothing over: what was typed stays, beside what stands there now', async ({
  house,
  visitor,
}) => {
  visitor.expectAnswer(409)
  const [id] = await manyTestimonies(house, [`Deux onglets ${unique()}`])
  const page = await visitor.staff('moderator')
  const old = await page.context().newPage()
  await old.goto(`/admin/testimonies/${id}`)
  await page.goto(`/admin/testimonies/${id}`)
  await page.getByLabel('Texte', { exact: true }).fill('Ce qui a été écrit en premier.')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('Enregistré')
  await old.getByLabel('Texte', { exact: true }).fill('Ce qui vient d’un vieil onglet.')
  await old.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(old.getByLabel('Texte', { exact: true })).toHaveValue('Ce qui vient d’un vieil onglet.')
  await expect(old.getByText('Ce qui a été écrit en premier.').first()).toBeVisible()
  const [row] = await house.sql('select draft_version from testimonies.testimony where id = $1', [id])
  expect(row?.['draft_version']).toBe(1)
  // Having seen both, one may save one’s own over it.
  await old.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(old.getByRole('status').first()).toContainText('Enregistré')

  await page.goBack()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const [after] = await house.sql('select draft_version from testimonies.testimony where id = $1', [id])
  expect([2, 3]).toContain(after?.['draft_version'])
})
