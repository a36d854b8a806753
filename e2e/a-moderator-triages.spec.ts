import type { Page } from '@playwright/test'
import { asleep } from './support/asleep.ts'
import { manyTestimonies } from './support/many-testimonies.ts'
import { unique } from './support/people.ts'
import { openFromQueue } from './support/testimonies.ts'
import { expect, test } from './support/visitor.ts'

const step = (page: Page, name: string) => page.locator(`details[data-desk="${name}"]`)

async function unfold(page: Page, name: string) {
  const fold = step(page, name)
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click()
  return fold
}

test('a moderator asks, sets aside, declines and takes up again, and the author is written to', async ({
  house,
  visitor,
}) => {
  visitor.expectAnswer(422)
  const title = `Une lettre ${unique()}`
  const [id] = await manyTestimonies(house, [title])
  const page = await visitor.staff('moderator')
  await openFromQueue(page, title)

  await unfold(page, 'ask')
  await step(page, 'ask').getByRole('button', { name: 'Envoyer la question' }).click()
  await expect(page.getByRole('alert')).toContainText('Écrivez votre question')
  await step(page, 'ask').getByLabel('Votre question').fill('Quel mois était-ce ?')
  await step(page, 'ask').getByRole('button', { name: 'Envoyer la question' }).click()
  await expect(page.getByRole('status').first()).toContainText('Question envoyée')

  await page.goto('/admin/testimonies?state=asked')
  await page.getByRole('link', { name: title }).click()
  await page.locator('summary').filter({ hasText: 'Échange avec la personne' }).click()
  await expect(page.getByText('Quel mois était-ce ?')).toBeVisible()

  await unfold(page, 'hold')
  await step(page, 'hold').getByLabel('Raison').selectOption('needsAdvice')
  await step(page, 'hold')
    .getByLabel(/^Jusqu’au/)
    .fill('2020-01-01')
  await step(page, 'hold').getByRole('button', { name: 'Mettre de côté' }).click()
  await expect(page.getByRole('status').first()).toContainText('Choisissez un jour à venir')
  await expect(step(page, 'hold').getByLabel('Raison')).toHaveValue('needsAdvice')
  await step(page, 'hold')
    .getByLabel(/^Jusqu’au/)
    .fill('')
  await step(page, 'hold').getByRole('button', { name: 'Mettre de côté' }).click()
  await expect(page.getByRole('status').first()).toContainText('Mis de côté')
  expect(new URL(page.url()).searchParams.get('state'), 'the filter comes back').toBe('asked')

  await page.goto('/admin/testimonies?state=held')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: 'Reprendre', exact: true }).click()
  await expect(page.getByRole('status').first()).toContainText('Repris')
  await unfold(page, 'decline')
  await step(page, 'decline').getByLabel('Raison').selectOption('offTopic')
  await step(page, 'decline').getByRole('button', { name: 'Refuser' }).click()
  await expect(page.getByRole('status').first()).toContainText('Refusé')

  await page.goto(`/admin/testimonies/${id}?list=closed`)
  await unfold(page, 'reopen')
  await step(page, 'reopen').getByLabel('Raison').selectOption('mistake')
  await step(page, 'reopen').getByRole('button', { name: 'Remettre dans la file' }).click()
  await expect(page.getByRole('status').first()).toContainText('Remis dans la file')
  await page.locator('summary').filter({ hasText: 'Échange avec la personne' }).click()
  await expect(page.getByText('Il parle d’autre chose que de cette campagne', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('Nous nous étions trompés', { exact: false }).first()).toBeVisible()
})

test('a filter is an address, is kept under a name, and is forgotten', async ({ visitor }) => {
  const page = await visitor.staff('moderator')
  await page.goto('/admin/testimonies')
  await unfold(page, 'filter')
  await page.getByLabel('Système').selectOption('control')
  await page.getByLabel('Urgent', { exact: true }).check()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page).toHaveURL(/system=control.*urgent=1/)
  await unfold(page, 'filter')
  await page.getByLabel('Nom du filtre').fill('Contrôles urgents')
  await page.getByRole('button', { name: 'Garder ce filtre' }).click()
  await expect(page.getByText('Filtre gardé.')).toBeVisible()
  await page.goto('/admin/testimonies')
  await unfold(page, 'filter')
  await page.getByRole('link', { name: 'Contrôles urgents' }).click()
  await expect(page).toHaveURL(/system=control&urgent=1/)
  await unfold(page, 'filter')
  await page.getByRole('button', { name: /Oublier le filtre/ }).click()
  await expect(page.getByText('Filtre oublié.')).toBeVisible()
})

test('what a colleague left alone is taken over, and they are told at their next step', async ({ house, visitor }) => {
  visitor.expectAnswer(409)
  const title = `Deux mains ${unique()}`
  const [id] = await manyTestimonies(house, [title])
  const first = await visitor.staff('moderator')
  const second = await visitor.staff('moderator')
  await openFromQueue(first, title)
  await first.getByRole('button', { name: 'Prendre', exact: true }).click()
  await expect(first.getByRole('status').first()).toContainText('Ce témoignage est à vous')
  await second.goto(`/admin/testimonies/${id}`)
  await expect(second.getByText('Quelqu’un y travaille en ce moment', { exact: false })).toBeVisible()
  await house.sql(`update testimonies.testimony set claimed_until = now() + interval '24 minutes' where id = $1`, [id])
  await second.goto(`/admin/testimonies/${id}`)
  await second.getByLabel('Raison', { exact: true }).selectOption('leftAlone')
  await second.getByRole('button', { name: 'Prendre la suite' }).click()
  await expect(second.getByRole('status').first()).toContainText('Vous avez pris la suite')

  await first.getByLabel('Texte', { exact: true }).fill('Ce que j’avais écrit pendant ce temps.')
  await first.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(first.getByText('Quelqu’un a pris la suite entre-temps', { exact: false })).toBeVisible()
  await expect(first.getByText('Raison : Laissé sans nouvelle', { exact: false })).toBeVisible()
})

/** The line of keys is shown from when they are listened to. */
const keysListen = (page: Page) => expect(page.getByRole('button', { name: /Toutes les touches/ })).toBeVisible()

/** One testimony from the queue to its step, by keys. @param keys after the story is open */
async function triage(page: Page, { fold, letter, done }: { fold: string; letter: string; done: string }) {
  await page.keyboard.press('Enter')
  await expect(step(page, 'decline')).toBeVisible()
  await page.keyboard.press(fold)
  await page.keyboard.press(letter) // the reason whose words begin with it
  await page.keyboard.press('Control+Enter')
  await page.waitForURL((url) => url.searchParams.get('done') === done && url.pathname === '/admin/testimonies')
}

test('two hundred are triaged by keyboard alone @js', async ({ house, visitor }) => {
  await house.sql(`delete from testimonies.testimony where state <> 'published'`) // other stories read what is published
  await manyTestimonies(
    house,
    Array.from({ length: 200 }, (_, place) => `Récit ${place}`),
  )
  const page = await visitor.staff('moderator')
  await page.goto('/admin/testimonies')
  await expect(page.getByRole('region', { name: 'Témoignages' })).toContainText('200 dans la file')
  await keysListen(page)
  const waiting = async () =>
    (await house.sql(`select count(*)::int as n from testimonies.testimony where state = 'submitted'`))[0]?.['n']

  await page.keyboard.press('j')
  for (let done = 0; done < 24; done += 1) {
    const holds = done % 4 === 3
    await triage(page, holds ? { fold: 'h', letter: 'D', done: 'held' } : { fold: 'd', letter: 'H', done: 'declined' })
    await expect(page.locator('a[data-next]')).toBeFocused()
  }
  expect(await waiting()).toBe(176)

  // The others are read by their titles: ticked one by one, and declined together.
  while (Number(await waiting()) > 0) {
    await page.goto('/admin/testimonies?state=submitted')
    const lines = await page.locator('a[data-queue-item]').count()
    await keysListen(page)
    for (let line = 0; line < lines; line += 1) {
      await page.keyboard.press('j')
      await page.keyboard.press('x')
    }
    await page.keyboard.press('b')
    await page.keyboard.press('N')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('status').first()).toContainText(`Fait pour ${lines} témoignages`)
  }
  const counts = await house.sql(
    `select state::text, count(*)::int as n from testimonies.testimony where state <> 'published' group by 1 order by 1`,
  )
  expect(counts).toEqual(
    [
      { state: 'held', n: 6 },
      { state: 'declined', n: 194 },
    ].toSorted((a, b) => a.state.localeCompare(b.state)),
  )
})

test('the keys are shown from when they are listened to @js', async ({ visitor }) => {
  const page = await visitor.staff('moderator')
  const { wake } = await asleep(page)
  await page.goto('/admin/testimonies', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /Toutes les touches/ })).toBeHidden()
  wake()
  await keysListen(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Toutes les touches' })).toBeVisible()
})

test('letters are letters where somebody writes, and the keys can be switched off @js', async ({ house, visitor }) => {
  const title = `Des touches ${unique()}`
  const [id] = await manyTestimonies(house, [title])
  const page = await visitor.staff('moderator')
  await page.goto(`/admin/testimonies/${id}`)
  await keysListen(page)
  await page.getByLabel('Titre', { exact: true }).fill('')
  await page.getByLabel('Titre', { exact: true }).pressSequentially('cdjpx')
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('cdjpx')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Toutes les touches' })
  await expect(help).toBeVisible()
  await help.getByLabel('Touches actives').uncheck()
  await help.getByRole('button', { name: 'Fermer' }).click()
  await page.keyboard.press('d')
  await expect(step(page, 'decline')).not.toHaveAttribute('open')
  await page.keyboard.press('?')
  await help.getByLabel('Touches actives').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await expect(step(page, 'decline')).toHaveAttribute('open')
  await expect(step(page, 'decline').getByLabel('Raison')).toBeFocused()
  await page.keyboard.press('H')
  await expect(step(page, 'decline').getByLabel(/^Message à la personne/)).toHaveValue(
    /^Nous avons lu votre récit\. Il parle/,
  )
})
