import { spawnSync } from 'node:child_process'
import { faults } from './support/axe.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

test('a person who knows nothing checks their own signature in their browser, and sees a forged receipt refused @js', async ({
  page,
  house,
}) => {
  const person = aPerson()
  await sign(page, person, { locale: 'fr' })
  const link = await confirmationOf(house, person, 'fr')
  await confirm(page, link, 'fr')
  await expect(async () => {
    await page.goto(link)
    await expect(page.getByRole('link', { name: 'Vérifier dans mon navigateur' })).toBeVisible({ timeout: 500 })
  }).toPass()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.getByRole('link', { name: 'Vérifier dans mon navigateur' }).click()
  await expect(page.getByRole('status')).toHaveText('Votre signature est comptée.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Elle est dans le journal de' })).toBeVisible()
  await expect(page).toHaveURL(/\/fr\/score\/proof$/)
  expect(await faults(page)).toEqual([])

  const receipt = page.getByLabel('Votre reçu')
  const kept = await receipt.inputValue()
  expect(asked.join(), 'the receipt is sent to nobody').not.toContain(/"nonce":"([^"]+)"/.exec(kept)?.[1] ?? 'nonce')
  await receipt.fill(kept.replace(/"day":"\d/, '"day":"1'))
  await page.getByRole('button', { name: 'Vérifier mon reçu' }).click()
  await expect(page.getByRole('status')).toContainText('ne correspond à aucune ligne')
  await receipt.fill('Bonjour')
  await page.getByRole('button', { name: 'Vérifier mon reçu' }).click()
  await expect(page.getByRole('status')).toContainText('Ce texte n’est pas un reçu')
})

test('one file that is downloaded computes the whole log again @js', async ({ page, house }) => {
  await page.goto('/en/score/proof')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'verify-log.mjs' }).click()
  const file = await (await download).path()
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--experimental-default-type=module', file, house.url, 'score'],
    {
      encoding: 'utf8',
    },
  )
  expect(stdout).toContain('everything holds')
  expect(status).toBe(0)
})
