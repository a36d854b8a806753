import { spawnSync } from 'node:child_process'
import { faults } from './support/axe.ts'
import { linkIn, waitForMail } from './support/mails.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

test('a person who knows nothing checks their own signature in their browser, and sees a forged receipt refused @js', async ({
  page,
  house,
}) => {
  const person = aPerson()
  await sign(page, person, { locale: 'fr' })
  const asks = await confirmationOf(house, person, 'fr')
  await confirm(page, asks, 'fr')
  await expect(async () => {
    await page.goto(asks)
    await expect(page.getByRole('link', { name: 'Vérifier dans mon navigateur' })).toBeVisible({ timeout: 500 })
  }).toPass()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.getByRole('link', { name: 'Vérifier dans mon navigateur' }).click()
  await expect(page.getByRole('status').first()).toHaveText('Votre signature est comptée.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Elle est dans le journal de' })).toBeVisible()
  await expect(page).toHaveURL(/\/fr\/score\/proof$/)
  expect(await faults(page)).toEqual([])

  const receipt = page.getByLabel('Votre reçu')
  const kept = await receipt.inputValue()
  const [, , nonce = 'nonce'] = kept.split('.')
  expect(nonce).toMatch(/^[\w-]{43}$/)
  expect(asked.join(), 'the receipt is sent to nobody').not.toContain(nonce)
  await receipt.fill(kept.replace(/\.2\d{3}-/, '.1999-'))
  await page.getByRole('button', { name: 'Vérifier mon reçu' }).click()
  await expect(page.getByRole('status').first()).toContainText('ne correspond à aucune ligne')
  await receipt.fill('Bonjour')
  await page.getByRole('button', { name: 'Vérifier mon reçu' }).click()
  await expect(receipt).toBeFocused()
  await expect(receipt).toHaveAccessibleDescription(/Ce texte n’est pas un reçu/)
  expect(await faults(page)).toEqual([])

  const mail = await waitForMail(house.inbox, { to: person.email, subject: /^Votre reçu/ })
  const link = linkIn(mail, /\/fr\/score\/proof#[\w.-]+$/)
  await page.goto('/fr')
  await page.goto(link)
  await expect(page.getByRole('status').first()).toHaveText('Votre signature est comptée.')
  await receipt.fill(`> ${link.slice(0, 60)}\n> ${link.slice(60)}`)
  await page.getByRole('button', { name: 'Vérifier mon reçu' }).click()
  await expect(page.getByRole('status').first()).toHaveText('Votre signature est comptée.')

  const note = await page.getByText(/^\S+\/score\n\d+\n/).textContent()
  await page.getByLabel('La tête d’alors').fill(note ?? '')
  await page.getByRole('button', { name: 'Comparer à aujourd’hui' }).click()
  await expect(page.getByRole('status').last()).toHaveText('Rien de ce qui y était n’a été changé ni retiré.')
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
