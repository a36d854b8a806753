import { faultsNow } from './support/axe.ts'
import { expect, test } from './support/visitor.ts'

for (const locale of ['fr', 'en'])
  test(`no step and no receipt has a fault that axe can see, on a phone, at 400 % and on a desk, by day and by night (${locale}) @js`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const found: string[] = []
    const look = async (where: string) => {
      for (const width of [320, 390, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: width === 320 ? 256 : 844 })
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          const colorsOnly = colorScheme === 'dark'
          found.push(
            ...(await faultsNow(page, { colorsOnly })).map((fault) => `${where} ${width} ${colorScheme} ${fault}`),
          )
        }
    }
    await page.goto(`/${locale}/score/testify`)
    await page.locator('[name=title]').fill('Un titre')
    await page.locator('[name=story]').fill('J’ai attendu trois mois sans réponse.')
    const onward = page.getByRole('button', { name: /^(Continuer|Next)$/ })
    await expect(onward).toBeHidden()
    await look('whole page')
    await page.getByRole('button', { name: /^(Répondre étape par étape|Answer step by step)$/ }).click()
    for (let step = 1; step <= 7; step += 1) {
      if (step === 2) {
        await onward.click() // with its error
        await look('error')
        await page.locator('[name=system]').first().check()
      }
      await look(`step ${step}`)
      if (step === 6) {
        await page.locator('details summary').click()
        await look('protection')
        await page.locator('[name=consent]').check()
      }
      if (step === 7) break
      await onward.click()
    }
    await page.getByRole('button', { name: /^(Envoyer mon témoignage|Send my testimony)$/ }).click()
    await expect(page.getByTestId('receipt-code')).toBeVisible()
    await expect(page).toHaveTitle(/^(Nouvelle page|New page)$/)
    await look('receipt')
    expect(found).toEqual([])
  })
