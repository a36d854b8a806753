import { confirmedCount } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

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
  const move = async (by: number) => {
    const before = await confirmedCount(house)
    await house.sql(
      `update tally set n = n + $1 where dimension = 'all' and day = (select max(day) from tally where dimension = 'all')`,
      [by],
    )
    // Whoever changes a tally tells it: untold, the count would hide as many confirmations of the stories that follow.
    await house.sql(`select pg_notify('count', '1')`)
    await expect.poll(() => confirmedCount(house)).toBe(before + by)
  }
  const raise = async (by: number) => {
    await move(by)
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
  await move(-2)
})
