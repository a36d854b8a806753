import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { ask } from './support/ask.ts'
import type { House } from './support/house.ts'
import { confirmedCount } from './support/signing.ts'
import { filesHolding } from './support/traces.ts'
import { expect, test } from './support/visitor.ts'

const aScan = (size = 60_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const paperShape = z.object({
  counted: z.number(),
  batches: z.array(
    z.object({
      day: z.string(),
      count: z.number(),
      counted: z.boolean(),
      textVersion: z.number(),
      department: z.string().nullable(),
      sha256: z.string(),
    }),
  ),
})

async function onPaper({ url }: House) {
  return paperShape.parse(JSON.parse((await ask(`${url}/api/v1/campaigns/score/paper`)).text))
}

async function fillBatch(page: Page, { valid, department }: { valid: string; department: string }): Promise<void> {
  await page.getByLabel('Texte signé').selectOption({ label: 'score · français · version 1' })
  await page.getByLabel('Signatures valables').fill(valid)
  await page.getByLabel('Lignes écartées').fill('3')
  await page.getByLabel('Signées du').fill('2026-01-20')
  await page.getByLabel('au', { exact: true }).fill('2026-01-25')
  await page.getByLabel(/^Département/).selectOption(department)
}

test('a batch of paper signatures counts when a second person has verified it, and is shown apart', async ({
  page,
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const scan = aScan()
  const people = await confirmedCount(house)
  const { counted: before } = await onPaper(house)
  const first = await visitor.staff('campaigner')
  await first.goto('/admin/paper/new')
  await fillBatch(first, { valid: '', department: '31' })
  await first.locator('#scan').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: scan })
  await first.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(first.getByRole('alert').getByRole('link')).toHaveCount(1)
  await expect(first.getByLabel(/empreinte SHA-256/), 'the file need not be chosen again').toHaveValue(sha256(scan))
  await first.getByLabel('Signatures valables').fill('40')
  await first.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(first.getByRole('status')).toContainText('Une autre personne de l’équipe doit le vérifier')
  await expect(first.getByRole('button', { name: 'C’est juste, compter ce lot' })).toHaveCount(0)
  expect((await onPaper(house)).counted).toBe(before)

  const second = await visitor.staff('owner')
  await second.goto(first.url().split('?')[0] ?? '')
  await second.getByRole('button', { name: 'C’est juste, compter ce lot' }).click()
  await expect(second.getByRole('status')).toContainText('Le lot compte')
  const after = await onPaper(house)
  expect(after.counted).toBe(before + 40)
  expect(after.batches).toContainEqual(
    expect.objectContaining({ count: 40, counted: true, textVersion: 1, department: '31', sha256: sha256(scan) }),
  )
  expect(await confirmedCount(house), 'confirmed signatures are counted without paper').toBe(people)

  await page.goto('/fr/score/paper')
  await expect(page.getByText(sha256(scan))).toBeVisible()
  for (const path of ['/fr/score', '/fr/score/numbers']) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: /sur papier, comptées? à la main/ })).toBeVisible()
  }
})

test('a correction is entered anew and takes the place of the former entry when it is verified', async ({
  house,
  visitor,
}) => {
  test.setTimeout(120_000)
  const first = await visitor.staff('campaigner')
  const second = await visitor.staff('campaigner')
  const hash = sha256(aScan())
  await first.goto('/admin/paper/new')
  await fillBatch(first, { valid: '20', department: '75' })
  await first.getByLabel(/empreinte SHA-256/).fill(hash.toUpperCase())
  await first.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(first.getByRole('status')).toContainText('Le lot est saisi')
  await second.goto(first.url().split('?')[0] ?? '')
  await second.getByRole('button', { name: 'C’est juste, compter ce lot' }).click()
  await second.getByRole('link', { name: 'Corriger ce lot' }).click()
  await second.getByLabel('Signatures valables').fill('18')
  await second.getByLabel('Pourquoi cette correction').selectOption('miscounted')
  await second.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(second.getByRole('status')).toContainText('Le lot est saisi')
  const mine = async () => (await onPaper(house)).batches.filter((batch) => batch.sha256 === hash)
  expect((await mine()).map(({ count, counted }) => [count, counted])).toEqual([[20, true]])
  await first.goto(second.url().split('?')[0] ?? '')
  await first.getByRole('button', { name: 'C’est juste, compter ce lot' }).click()
  await expect(first.getByRole('status')).toContainText('Le lot compte')
  expect((await mine()).map(({ count, counted }) => [count, counted])).toEqual([
    [18, true],
    [20, false],
  ])
})

test('the sheet to print is a PDF that says where filled sheets are sent', async ({ page, house, visitor }) => {
  const team = await visitor.staff('owner')
  await team.goto('/admin/paper')
  await team.getByLabel('Adresse postale pour « score »').fill('Collectif fictif\n1 rue de l’Exemple\n75000 Paris')
  const before = await ask(`${house.url}/en/score/paper.pdf`)
  await team.getByRole('button', { name: 'Enregistrer l’adresse' }).click()
  await expect(team.getByRole('status')).toContainText('L’adresse est enregistrée')
  await page.goto('/en/score/paper')
  await expect(page.getByText('1 rue de l’Exemple')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Download the sheet (PDF, A4)' })).toHaveAttribute(
    'href',
    '/en/score/paper.pdf',
  )
  const sheet = await ask(`${house.url}/en/score/paper.pdf`)
  expect(sheet.headers['content-type']).toBe('application/pdf')
  expect(sheet.text.slice(0, 5)).toBe('%PDF-')
  expect(sheet.body.equals(before.body)).toBe(false)
  const again = await ask(`${house.url}/en/score/paper.pdf`, { headers: { 'if-none-match': sheet.headers.etag ?? '' } })
  expect(again.status).toBe(304)
})

test('a scan goes through without being kept, and one that is too large is told so', async ({ house, visitor }) => {
  test.setTimeout(120_000)
  visitor.expectAnswer(422)
  const team = await visitor.staff('campaigner')
  await team.goto('/admin/paper/new')
  await fillBatch(team, { valid: '12', department: '' })
  const large = test.info().outputPath('large.pdf')
  writeFileSync(large, Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(50 * 2 ** 20, 'zqscan')]))
  await team.locator('#scan').setInputFiles(large)
  await team.getByRole('button', { name: 'Saisir, pour vérification' }).click()
  await expect(team.getByRole('alert')).toContainText('dépasse 50 Mo')
  await expect(team.getByLabel('Signatures valables')).toHaveValue('12')
  expect(filesHolding(house.dataDir, 'zqscanzqscan')).toEqual([])
  const outside = await ask(`${house.url}/admin/paper/new`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=edge', origin: house.url },
    body: 'nobody is signed in',
  })
  expect(outside.status).toBe(303)
})
