import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { countsIn, sumOf } from './support/csv.ts'
import { aPerson } from './support/people.ts'
import { confirm, confirmationOf, confirmedCount, countOn, sign } from './support/signing.ts'
import { expect, test } from './support/visitor.ts'

async function download(page: Page, name: RegExp): Promise<string> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return readFile(await (await started).path(), 'utf8')
}

for (const [locale, byDay] of [
  ['fr', /par jour, CSV$/],
  ['en', /(by|per) day, CSV$/],
] as const)
  test(`a journalist reads the numbers and downloads a file that sums to them (${locale})`, async ({ page, house }) => {
    const person = aPerson()
    await sign(page, person, { locale })
    await confirm(page, await confirmationOf(house, person, locale), locale)
    const confirmed = await confirmedCount(house)
    const follows = async () => (await page.goto(`/${locale}/score/numbers`), countOn(page))
    await expect.poll(follows, { message: 'the page follows' }).toBe(confirmed)
    const rows = countsIn(await download(page, byDay))
    expect(sumOf(rows)).toBe(confirmed)
    for (const { key } of rows) expect(key).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

test('the numbers page shows the chart as figures too', async ({ page }) => {
  await page.goto('/fr/score/numbers')
  await page.getByText('Les mêmes chiffres en tableau').first().click()
  const table = page.getByRole('table').first()
  await expect(table).toBeVisible()
  expect(await table.getByRole('row').count()).toBeGreaterThan(2)
})

test('the download of the team equals the public one, day for day', async ({ house, visitor }) => {
  const analyst = await visitor.staff('analyst')
  await analyst.goto('/admin/numbers')
  const team = await download(analyst, /par jour, CSV$/)
  const open = await (await fetch(`${house.url}/api/v1/campaigns/score/counts?by=day&format=csv`)).text()
  expect(team).toBe(open)
  expect(sumOf(countsIn(team))).toBe(await confirmedCount(house))
})

test('a journalist takes the archive of a day from its page, and one file finds it whole', async ({ page, house }) => {
  await page.goto('/en/score/numbers')
  const archive = page.getByRole('link', { name: /archive/i }).first()
  const released = async () => {
    await page.goto('/en/score/numbers/releases')
    return page.getByRole('link', { name: /ZIP/ }).count()
  }
  await expect(archive).toHaveAttribute('href', '/en/score/numbers/releases')
  await expect.poll(released).toBeGreaterThan(0)
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: /ZIP/ }).first().click()
  expect((await started).suggestedFilename()).toMatch(/^score-\d{4}-\d{2}-\d{2}\.zip$/)
  const verifier = path.join(import.meta.dirname, '../public/verify-package.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [verifier, house.url, 'score'])
  expect(stdout).toContain('everything holds')
})

test('small places are not told, and JSON says the same as CSV', async ({ house }) => {
  const ask = (by: string, format: string) =>
    fetch(`${house.url}/api/v1/campaigns/score/counts?by=${by}&format=${format}`)
  for (const by of ['day', 'department', 'country', 'language']) {
    const rows = countsIn(await (await ask(by, 'csv')).text())
    expect(rows.length, by).toBeGreaterThan(0)
    const told: unknown = await (await ask(by, 'json')).json()
    expect(JSON.stringify(told), by).toContain(rows[0]?.key)
    if (by === 'department' || by === 'country')
      for (const { confirmed } of rows) expect(confirmed).toMatch(/^(<10|0|[1-9]\d+)$/)
  }
})
