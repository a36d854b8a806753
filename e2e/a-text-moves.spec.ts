import { createHash } from 'node:crypto'
import type { House } from './support/house.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

/** Versions published by stories that were told before in the same house. */
const versionShown = async (house: House) =>
  Number((await house.sql(`select max(version) as v from campaign_text`))[0]?.['v'])

test('a text that changes after it was signed becomes a new version, and each signature keeps the one it read', async ({
  page,
  house,
  visitor,
}) => {
  const before = await versionShown(house)
  const first = aPerson('Alix')
  await sign(page, first)
  await confirm(page, await confirmationOf(house, first))

  const desk = await visitor.staff('campaigner')
  await desk.goto('/admin/campaigns')
  await desk.getByRole('link', { name: 'Texte, seuils, comptage' }).first().click()
  const ask = desk.getByLabel('La demande en une phrase (français)')
  const words = `Nous demandons la règle numéro ${before + 1}.`
  await ask.fill(words)
  await desk.getByRole('button', { name: 'Enregistrer le brouillon et voir l’aperçu' }).click()
  await expect(desk.getByText('Le brouillon n’est pas prêt')).toBeVisible()
  await expect(ask).toHaveValue(words)

  await desk.getByLabel('Ce qui a changé (français)').fill('La demande tient en une règle.')
  await desk.getByLabel('Ce qui a changé (anglais)').fill('In French, the ask is one rule.')
  await desk.getByRole('button', { name: 'Enregistrer le brouillon et voir l’aperçu' }).click()
  await expect(desk.locator('#preview')).toContainText(words)
  await page.goto('/fr/score')
  await expect(page.getByText(words), 'a draft is not public').toHaveCount(0)

  await desk.getByLabel(/^J’ai relu les deux langues/).check()
  await desk.getByRole('button', { name: `Publier la version ${before + 1}` }).click()
  await expect(desk.getByRole('status')).toContainText(`La version ${before + 1} est publiée`)

  await expect.poll(async () => (await page.reload(), page.getByText(words).count())).toBe(1)
  await expect(page.getByText(`Version ${before + 1}, du`)).toBeVisible()
  const second = aPerson('Noor')
  await sign(page, second)
  await confirm(page, await confirmationOf(house, second))
  const bound = await house.sql(
    `select s.text_version as version, encode(t.hash, 'hex') as hash, t.ask from signature s
     join campaign_text t on t.campaign_id = s.campaign_id and t.locale = s.locale and t.version = s.text_version
     where s.state = 'confirmed' order by s.confirmed_at desc limit 2`,
  )
  expect(bound).toMatchObject([{ version: before + 1, ask: words }, { version: before }])

  await page.goto('/fr/score')
  await page.getByRole('link', { name: 'Ce qui a changé' }).click()
  await expect(page).toHaveURL(`/fr/score/texts/${before + 1}#changes`)
  await expect(page.locator('ins').filter({ hasText: `règle numéro ${before + 1}` })).toBeVisible()
  await page.getByText('Vérifier l’empreinte').click()
  const exact = (await page.locator('pre').textContent()) ?? ''
  const hash = createHash('sha256').update(exact, 'utf8').digest('hex')
  expect(hash).toBe(bound[0]?.['hash'])
  await expect(page.getByText(hash)).toBeVisible()

  await page.getByRole('link', { name: 'Toutes les versions', exact: true }).click()
  await expect(page.getByRole('article')).toHaveCount(before + 1)
  await expect(page.getByText(String(bound[1]?.['hash']))).toBeVisible()
  await page.getByRole('link', { name: `Lire la version ${before}`, exact: true }).click()
  await expect(page.getByText('Une version plus récente est affichée aujourd’hui')).toBeVisible()
})

test('whoever publishes second loses nothing of what they wrote', async ({ house, visitor }) => {
  visitor.expectAnswer(409)
  const shown = await versionShown(house)
  const [one, two] = [await visitor.staff('campaigner'), await visitor.staff('owner')]
  for (const desk of [one, two]) await desk.goto('/admin/campaigns/score')
  const save = { name: 'Enregistrer le brouillon et voir l’aperçu' }
  await one.getByLabel('La demande en une phrase (anglais)').fill(`We ask for one thing, ${shown}.`)
  await one.getByLabel('Ce qui a changé (français)').fill('Rien en français.')
  await one.getByLabel('Ce qui a changé (anglais)').fill('One thing.')
  await one.getByRole('button', save).click()
  await one.getByLabel(/^J’ai relu les deux langues/).check()
  await one.getByRole('button', { name: `Publier la version ${shown + 1}` }).click()
  await expect(one.getByRole('status')).toContainText('est publiée')

  await two.getByLabel('La demande en une phrase (français)').fill('Ce que j’ai écrit pendant ce temps.')
  await two.getByRole('button', save).click()
  await expect(two.getByRole('status')).toContainText('Une autre version vient d’être publiée')
  await expect(two.getByLabel('La demande en une phrase (français)')).toHaveValue('Ce que j’ai écrit pendant ce temps.')
  await two.getByRole('button', save).click()
  await expect(two.getByText('Le brouillon est enregistré')).toBeVisible()
  await two.getByText('Supprimer le brouillon…').click()
  await two.getByRole('button', { name: 'Supprimer le brouillon' }).click()
  await expect(two.getByText('Le brouillon est supprimé')).toBeVisible()
})

test('what is typed before the page has woken up is kept @js', async ({ visitor }) => {
  const desk = await visitor.staff('campaigner')
  let wake = () => {}
  const woken = new Promise<void>((resolve) => (wake = resolve))
  await desk.route('**/assets/*.js', async (route) => (await woken, route.continue()))
  await desk.goto('/admin/campaigns/score', { waitUntil: 'commit' })
  const ask = desk.getByLabel('La demande en une phrase (français)')
  await ask.fill('Écrit très tôt.')
  const loaded = desk.waitForLoadState('networkidle')
  wake()
  await loaded
  await expect(ask).toHaveValue('Écrit très tôt.')
  await desk.getByRole('button', { name: 'Enregistrer le brouillon et voir l’aperçu' }).click()
  await expect(desk.locator('#preview')).toContainText('Écrit très tôt.')
  await desk.getByText('Supprimer le brouillon…').click()
  await desk.getByRole('button', { name: 'Supprimer le brouillon' }).click()
  await expect(ask).not.toHaveValue('Écrit très tôt.')
})

test('a goal is set, and what was promised is said done on the page', async ({ page, house, visitor }) => {
  const desk = await visitor.staff('campaigner')
  await desk.goto('/admin/campaigns/score/goals')
  const add = desk.getByRole('form', { name: 'Un nouveau seuil' })
  await add.getByLabel('Nombre de signatures').fill('3')
  await add.getByLabel('Ce que l’association fera (français)').fill('Nous irons à pied.')
  visitor.expectAnswer(422)
  await add.getByRole('button', { name: 'Ajouter un seuil' }).click()
  await expect(add.getByRole('alert')).toContainText('À remplir dans cette langue.')
  await add.getByLabel('Ce que l’association fera (anglais)').fill('We shall walk there.')
  await add.getByRole('button', { name: 'Ajouter un seuil' }).click()
  await expect(add.getByRole('alert')).toContainText('Ce nombre est déjà dépassé')

  // The count stands where it does: the goal is brought to it, as a wave of signatures would.
  await add.getByLabel('Nombre de signatures').fill('90 000')
  await add.getByRole('button', { name: 'Ajouter un seuil' }).click()
  await expect(desk.getByRole('status')).toContainText('Le seuil est ajouté.')
  await house.sql(`update goal set threshold = 3 where threshold = 90000`)
  await house.sql(`select pg_notify('count', '1')`)
  const due = desk.getByRole('article').filter({ hasText: 'Nous irons à pied.' })
  await expect
    .poll(
      async () => (await desk.goto('/admin/campaigns/score/goals'), due.getByText('à faire', { exact: true }).count()),
    )
    .toBe(1)
  await desk.goto('/admin')
  await expect(desk.getByRole('heading', { name: 'Engagements à tenir' })).toBeVisible()
  await desk.getByRole('link', { name: 'Dire que c’est fait' }).first().click()

  await due.getByLabel('Jour où cela a été fait').fill('2026-01-15')
  await due.getByLabel('Ce qui a été fait (français)').fill('Nous y sommes allés.')
  await due.getByLabel('Ce qui a été fait (anglais)').fill('We went there.')
  await due.getByRole('button', { name: 'Publier : fait' }).click()
  await expect(desk.getByRole('status')).toContainText('C’est dit sur la page.')
  await page.goto('/en/score')
  const told = page.getByRole('listitem').filter({ hasText: 'We shall walk there.' })
  await expect
    .poll(async () => (await page.reload(), told.textContent()))
    .toContain('Done on 15 January 2026. We went there.')
  await house.sql('delete from goal where threshold = 3')
})

test('a page that leads on: the count, what comes next, and ways to pass it on that name nobody', async ({
  page,
  visitor,
}) => {
  await page.goto('/en/score/confirmed')
  await expect(page.getByRole('heading', { name: 'What happens now' })).toBeVisible()
  const message = await page.getByLabel('The message, as it leaves').inputValue()
  expect(message).toMatch(/\/en\/score$/)
  for (const [name, start] of [
    ['By e-mail', 'mailto:?subject='],
    ['By text message', 'sms:?&body='],
    ['WhatsApp', 'https://wa.me/?text='],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true })
    expect(await link.getAttribute('href')).toContain(start)
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain('/en/score')
  }
  visitor.expectAnswer(422)
  await page.getByLabel('Your Mastodon server').fill('not a server')
  await page.getByRole('button', { name: 'Write on Mastodon' }).click()
  await expect(page.getByRole('alert')).toContainText('This is not the address of a server.')
  await expect(page.getByLabel('Your Mastodon server')).toHaveValue('not a server')
})

test('whoever has no JavaScript is led to their server by a link, and sees which', async ({ visitor }) => {
  const page = await visitor.person({ javaScriptEnabled: false })
  await page.goto('/fr/score/share')
  await page.getByLabel('Votre serveur Mastodon').fill('@moi@mastodon.example.org')
  await page.getByRole('button', { name: 'Écrire sur Mastodon' }).click()
  const open = page.getByRole('link', { name: 'Ouvrir mastodon.example.org' })
  expect(await open.getAttribute('href')).toMatch(/^https:\/\/mastodon\.example\.org\/share\?text=/)
})

test('the count is told politely: the number follows at once, the voice once a minute at most @js', async ({
  page,
  house,
}) => {
  await page.clock.install()
  await page.route('**/api/**', (route) => route.continue()) // a minute passes in no time: the browser must not remember
  await page.goto('/fr/score')
  const counted = page.getByTestId('signature-count').first()
  const live = page.locator('[data-count-live]')
  const start = Number(await counted.getAttribute('data-value'))
  const raise = async (by: number) => {
    await house.sql(
      `update tally set n = n + $1 where dimension = 'all' and day = (select max(day) from tally where dimension = 'all')`,
      [by],
    )
    await house.sql(`select pg_notify('count', '1')`)
    await expect
      .poll(async () => {
        const answer: unknown = await (await fetch(`${house.url}/api/v1/campaigns/score/count`)).json()
        return JSON.stringify(answer)
      })
      .toContain(`"confirmed":${Number(await counted.getAttribute('data-value')) + by}`)
    await page.clock.runFor(20_000)
  }
  await raise(1)
  await expect(counted).toHaveAttribute('data-value', String(start + 1))
  const said = await live.textContent()
  expect(said).toContain('signatures confirmées')
  await raise(1)
  await expect(counted).toHaveAttribute('data-value', String(start + 2))
  await expect(live, 'not yet').toHaveText(said ?? '')
  await page.clock.runFor(40_000)
  await expect(live, 'a minute later, the latest').not.toHaveText(said ?? '')
  await house.sql(
    `update tally set n = n - 2 where dimension = 'all' and day = (select max(day) from tally where dimension = 'all')`,
  )
})
