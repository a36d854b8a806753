import type { Page } from '@playwright/test'
import type { House } from './support/house.ts'
import { aPerson } from './support/people.ts'
import { sign, signForm } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

/** Somebody of the team decides about the guard; the page of the campaign follows. */
async function setGuard(staff: Page, mode: RegExp) {
  await staff.goto('/admin/settings/guard')
  await staff.getByLabel(mode).first().check()
  await staff
    .getByRole('button', { name: /^Enregistrer pour « / })
    .first()
    .click()
  await expect(staff.getByRole('status')).toContainText(/C’est réglé|C’était déjà/)
}

const spent = async (house: House): Promise<number> => {
  const [row] = await house.sql('select count(*)::int as n from spent_challenge')
  return Number(row?.['n'])
}

const protectedNow = 'La signature est protégée en ce moment'

test('on an ordinary day nobody is asked for work', async ({ page, house }) => {
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  const before = await spent(house)
  await sign(page, aPerson())
  expect(asked.filter((path) => path.endsWith('/challenge'))).toEqual([])
  expect(await spent(house)).toBe(before)
})

test('while a campaign is under attack a person signs as ever, and a device that can do some work does it', async ({
  page,
  house,
  visitor,
  javaScriptEnabled,
}) => {
  const staff = await visitor.staff('campaigner')
  await setGuard(staff, /^Toujours/)
  try {
    const before = await spent(house)
    await expect(async () => {
      await page.goto('/fr/score')
      await expect(signForm(page, 'fr').getByText(protectedNow)).toBeVisible({ timeout: 500 })
    }).toPass()
    await sign(page, aPerson())
    expect(await spent(house)).toBe(before + (javaScriptEnabled ? 1 : 0))
  } finally {
    await setGuard(staff, /^Quand une attaque/)
  }
  await page.goto('/fr/score')
  await expect(signForm(page, 'fr').getByText(protectedNow)).toHaveCount(0)
})

test('a form that comes back with an error, and one that is sent from the page behind, do their work anew @js', async ({
  page,
  house,
  visitor,
}) => {
  visitor.expectAnswer(422)
  const staff = await visitor.staff('campaigner')
  await setGuard(staff, /^Toujours/)
  try {
    const before = await spent(house)
    await page.goto('/fr/score')
    const form = signForm(page, 'fr')
    await form.getByLabel('Prénom et nom', { exact: true }).fill('Camille')
    await form.getByRole('button', { name: 'Je signe', exact: true }).click()
    await expect(page.locator('#errors')).toBeVisible()
    expect(await spent(house), 'nothing is used up by a form with an error').toBe(before)
    await sign(page, aPerson())
    await page.goBack()
    await form.getByLabel('Adresse e-mail', { exact: true }).fill(aPerson().email)
    await form.getByRole('button', { name: 'Je signe', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez vos e-mails')
    expect(await spent(house)).toBe(before + 2)
  } finally {
    await setGuard(staff, /^Quand une attaque/)
  }
})

test('a rule that says too little comes back with its errors in words, and the focus on them', async ({ visitor }) => {
  visitor.expectAnswer(422)
  const staff = await visitor.staff('campaigner')
  await staff.goto('/admin/signatures/invalidations/new')
  await staff.getByRole('button', { name: 'Compter à blanc' }).click()
  await expect(staff.locator('#errors')).toBeFocused()
  await expect(staff.locator('#errors').getByRole('listitem')).toHaveCount(3)
})
