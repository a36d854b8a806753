import type { Page } from '@playwright/test'
import { faultsNow } from './support/axe.ts'
import { aStory } from './support/testimonies.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

const number = '06 39 98 41 27'
const story = (page: Page) => page.getByRole('textbox', { name: 'Ce qui vous est arrivé', exact: true })
const found = (page: Page) => page.getByRole('region', { name: 'Ce qui peut désigner quelqu’un' })

async function fillTheRest(page: Page): Promise<void> {
  await page.getByLabel('Titre', { exact: true }).fill(aStory().title)
  await page.getByLabel('Score de suspicion', { exact: true }).check()
  await page.getByLabel(/^J’accepte que mon récit/).check()
}

test('while somebody writes, what points to a person is listed with the reason, and neutral words take its place; undo gives it back @js', async ({
  page,
}) => {
  await page.goto('/fr/score/testify')
  await expect(found(page)).toHaveCount(0)
  const written = `Ma conseillère Sylvie m’a appelée du ${number} trois fois.`
  await story(page).click()
  await story(page).pressSequentially(written)
  const list = found(page).getByRole('listitem')
  await expect(list).toHaveCount(2)
  await expect(list.filter({ hasText: number })).toContainText('À retirer avant l’envoi')
  await expect(list.filter({ hasText: 'Sylvie' })).toContainText('Un nom désigne quelqu’un')
  await expect(page.getByText('2 passages peuvent désigner quelqu’un', { exact: false })).toBeAttached()

  const marks = page.locator('[data-guard-backdrop] mark')
  await expect(marks).toHaveText(['Sylvie', number])
  await list
    .filter({ hasText: number })
    .getByRole('button', { name: /Remplacer par/ })
    .click()
  await expect(story(page)).toHaveValue('Ma conseillère Sylvie m’a appelée du [[numéro de téléphone]] trois fois.')
  await expect(list).toHaveCount(1)
  await expect(list.getByRole('button')).toBeFocused()
  await list.getByRole('button').press('Enter')
  await expect(story(page)).toHaveValue(
    'Ma conseillère [[nom retiré]] m’a appelée du [[numéro de téléphone]] trois fois.',
  )
  await expect(found(page)).toHaveCount(0)
  await expect(story(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(story(page)).toHaveValue(written)
})

test('all is replaced by one button, and axe sees no fault in what was listed @js', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/fr/score/testify')
  await story(page).click()
  await story(page).fill(`Mme Dupont, ${number}, camille@example.org. J’ai voulu mourir.`)
  await expect(found(page).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText('le 3114 répond à toute heure', { exact: false })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await faultsNow(page), colorScheme).toEqual([])
  }
  await found(page).getByRole('button', { name: 'Tout remplacer par des mots neutres', exact: true }).click()
  await expect(story(page)).toHaveValue(
    '[[une personne]], [[numéro de téléphone]], [[adresse électronique]]. J’ai voulu mourir.',
  )
})

test('the marks lie under the letters they mark, also after the text has scrolled @js', async ({ page }) => {
  await page.goto('/fr/score/testify')
  await story(page).click()
  await story(page).fill(`${'Une ligne de plus. '.repeat(200)}\nLe ${number}.`)
  const mark = page.locator('[data-guard-backdrop] mark')
  await expect(mark).toHaveText([number])
  await story(page).evaluate((area) => area.scrollTo({ top: area.scrollHeight }))
  const places = () =>
    page.evaluate(() => {
      const area = document.querySelector('textarea')
      const under = area?.previousElementSibling
      return {
        area: [area?.scrollTop, area?.scrollHeight, area?.clientWidth],
        under: [under?.scrollTop, under?.scrollHeight, under?.clientWidth],
      }
    })
  await expect
    .poll(async () => {
      const { area, under } = await places()
      return area[0] === under[0]
    })
    .toBe(true)
  const { area, under } = await places()
  expect(under[2]).toBe(area[2])
  expect(Math.abs((under[1] ?? 0) - (area[1] ?? 0))).toBeLessThan(40)
})

test('the guard is fetched when somebody writes, not before @js', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())))
  await page.goto('/fr/score/testify', { waitUntil: 'networkidle' })
  expect(scripts.filter((url) => url.includes('/guard-'))).toEqual([])
  const fetched = page.waitForResponse(/\/guard-/)
  await story(page).focus()
  expect((await fetched).status()).toBe(200)
})

// With the script the page says it before anything is sent.
test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a number stops the deposit, nothing typed is lost, and the replaced text is shown before it is sent', async ({
    page,
    house,
    visitor,
  }) => {
    visitor.expectAnswer(422)
    await page.goto('/fr/score/testify')
    await fillTheRest(page)
    const written = `On m’a rappelé du ${number}, puis plus rien pendant trois mois.`
    await story(page).fill(written)
    await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Ce texte contient un numéro de téléphone')
    await expect(story(page)).toHaveValue(written)
    await expect(found(page).getByRole('listitem')).toContainText(number)
    await page.getByRole('button', { name: 'Remplacer et me montrer', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('Relisez avant d’envoyer')
    await expect(story(page)).toHaveValue(
      'On m’a rappelé du [[numéro de téléphone]], puis plus rien pendant trois mois.',
    )
    await expect(page.getByTestId('receipt-code')).toHaveCount(0)
    await page.getByRole('button', { name: 'Envoyer mon témoignage', exact: true }).click()
    await expect(page.getByTestId('receipt-code')).toBeVisible()
    expect(house.log()).not.toContain(number)
    expect(filesHolding(house.dataDir, number)).toEqual([])
  })

  test('words of distress are answered with whom to call, before and after sending', async ({ page, visitor }) => {
    visitor.expectAnswer(422)
    await page.goto('/en/score/testify')
    await page
      .getByRole('textbox', { name: 'What happened to you', exact: true })
      .fill('For three months I wanted to die.')
    await page.getByRole('button', { name: 'Send my testimony', exact: true }).click()
    await expect(page.getByText('3114 answers at any hour', { exact: false })).toBeVisible()
    await page.getByLabel('Title', { exact: true }).fill('Three months')
    await page.getByRole('radio').last().check()
    await page.getByLabel(/^I agree/).check()
    await page.getByRole('button', { name: 'Send my testimony', exact: true }).click()
    await expect(page.getByTestId('receipt-code')).toBeVisible()
    await expect(page.getByText('3114 answers at any hour', { exact: false })).toBeVisible()
  })
})
