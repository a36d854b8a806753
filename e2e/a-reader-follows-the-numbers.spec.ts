import { faultsNow } from './support/axe.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, confirmedCount, countOn, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

test('a reader sees the numbers move without a reload, and what is being read stays where it is @js', async ({
  page,
  house,
  visitor,
}) => {
  await page.clock.install()
  await page.goto('/fr/score/numbers')
  const over = page.getByRole('group', { name: 'Signatures au fil du temps' })
  const total = page.getByRole('img', { name: /^Total des signatures confirmées/ })
  await over.getByRole('radio', { name: 'Par jour' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(total).toBeVisible()
  await expect(page.getByRole('img', { name: /^Signatures confirmées par jour/ })).toBeHidden()

  await page.getByText('En nombre', { exact: true }).click()
  const table = page.locator('#places details')
  await table.getByText('Les mêmes chiffres en tableau').click()
  const read = table.getByRole('row').nth(3)
  await read.scrollIntoViewIfNeeded()
  const before = { count: await countOn(page), place: await read.boundingBox() }
  expect(await faultsNow(page)).toEqual([])

  const other = await visitor.person()
  const person = aPerson()
  await sign(other, person)
  await confirm(other, await confirmationOf(house, person))
  const after = await confirmedCount(house)
  const drawn = async () => (await page.clock.runFor(35_000), total.getAttribute('aria-label'))
  const said = `à ${new Intl.NumberFormat('fr-FR').format(after)} le`
  await expect.poll(drawn, { message: 'the drawing follows' }).toContain(said)
  expect(await countOn(page)).toBeGreaterThan(before.count)
  await expect(page.locator('[aria-live]')).toContainText('signatures confirmées')
  await expect(over.getByRole('radio', { name: 'Total' })).toBeChecked()
  await expect(table).toHaveAttribute('open', '')
  expect(await read.boundingBox()).toEqual(before.place)
})
