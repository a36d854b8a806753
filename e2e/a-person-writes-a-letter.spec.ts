import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import * as mupdf from 'mupdf'
import type { Download, Locator, Page } from '@playwright/test'
import { sheet } from '#app/features/remedies/rules/letter/measures.ts'
import { faultsNow } from './support/axe.ts'
import { readXml } from './support/strict-xml.ts'
import { expect, test } from './support/visitor.ts'

const address = '/fr/score/remedies/l10'
const secret = 'Zyxwvut'
const bare = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

async function taken(page: Page, way: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: way }).click()
  const download: Download = await waiting
  return readFile(await download.path())
}

/** What stands on the sheets, and where its lines begin, in millimetres. */
function readPdf(bytes: Buffer) {
  const pdf = mupdf.Document.openDocument(bytes, 'application/pdf')
  const pages = Array.from({ length: pdf.countPages() }, (_, at) => pdf.loadPage(at))
  const lines = pages.map((page) => {
    const found: { text: string; left: number; top: number; bottom: number; right: number }[] = []
    let text = ''
    page.toStructuredText('preserve-whitespace').walk({
      beginLine([left, top, right, bottom]) {
        const [l = 0, t = 0, r = 0, b = 0] = [left, top, right, bottom].map((points) => (points / 72) * 25.4)
        found.push({ text: '', left: l, top: t, right: r, bottom: b })
        text = ''
      },
      onChar(character) {
        text += character
      },
      endLine() {
        const last = found.at(-1)
        if (last) last.text = text
      },
    })
    return found.filter((line) => line.text.trim() !== '')
  })
  return { sizes: pages.map((page) => page.getBounds()), lines }
}

/** Where something of a letter could stay behind: storage, cookies, the address, its history, a form to send. */
const keptBy = (page: Page) =>
  page.evaluate(async () => [
    localStorage.length + sessionStorage.length,
    document.cookie,
    location.href,
    JSON.stringify(history.state),
    (await indexedDB.databases()).length,
    document.querySelectorAll('form').length,
  ])

test('a person writes a letter that nobody else sees, with the network cut, and takes it along @js', async ({
  page,
  context,
}) => {
  const asked: string[] = []
  await page.goto('/fr/score/remedies')
  await page.goto(address, { waitUntil: 'networkidle' })
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await context.setOffline(true)

  await page.getByLabel('Prénoms').fill(secret)
  await page.getByLabel('Nom', { exact: true }).fill('Exemple')
  await page.getByLabel('Votre adresse postale').fill('1 rue des Lilas\n63000 Clermont-Ferrand')
  await page.getByLabel(/Jour où vous avez reçu/).fill('2026-03-02')
  await page.getByLabel('Ce qui vous est reproché').fill('Une absence le 27 février.\n\n<b>]]>&</b> {{lastName}}')
  await page
    .getByLabel('Votre réponse')
    .fill(`J’étais malade.\n${'Voici une preuve de plus de mes démarches. '.repeat(80)}`)
  await page.getByLabel('Fait à').fill('Clermont-Ferrand')
  await page.getByLabel('Date de la lettre').fill('2026-03-03')
  const letter = page.locator('[data-letter-sheet]')
  await expect(letter).toContainText(`${secret} Exemple`)
  await expect(letter).toContainText('<b>]]>&</b> {{lastName}}')
  await expect(page.locator('[data-letter-deadlines]')).toContainText('Date limite indicative : jeudi 12 mars 2026')

  const text = (await taken(page, 'Texte (.txt)')).toString('utf8')
  expect(text).toContain(`${secret} Exemple\n1 rue des Lilas\n63000 Clermont-Ferrand\n\nFrance Travail`)
  const odt = unzipSync(new Uint8Array(await taken(page, 'Traitement de texte')))
  const content = strFromU8(odt['content.xml'] ?? new Uint8Array())
  expect(bare(readXml(content, ['text:p', 'text:line-break', 'text:tab']))).toBe(bare(text))
  expect(bare(await letter.innerText())).toBe(bare(text))
  const calendar = (await taken(page, 'Dates limites (.ics)')).toString('utf8')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260312\r\n')
  expect(calendar).not.toContain(secret)

  const printed = readPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(
    bare(
      printed.lines
        .flat()
        .map(({ text: line }) => line)
        .join(' '),
    ),
  ).toBe(bare(text))
  for (const [, , width, height] of printed.sizes) {
    expect((width / 72) * 25.4).toBeCloseTo(sheet.width, 0)
    expect((height / 72) * 25.4).toBeCloseTo(sheet.height, 0)
  }
  expect(printed.lines.length).toBeGreaterThan(1)
  for (const lines of printed.lines) {
    expect(lines[0]?.top).toBeGreaterThan(sheet.margin - 1)
    expect(lines.at(-1)?.bottom).toBeLessThan(sheet.height - sheet.margin + 1)
  }
  // The address is seen through the window, and through the window nothing else is seen.
  const [first = []] = printed.lines
  const inWindow = first.filter(({ bottom, top, right }) => bottom > 34 && top < 90 && right > 90)
  expect(inWindow.map(({ text: line }) => line.trim())).toEqual(['France Travail', 'Direction régionale'])
  for (const line of inWindow) {
    expect(line.left).toBeGreaterThanOrEqual(sheet.address.left - 1)
    expect(line.top).toBeGreaterThanOrEqual(sheet.address.top - 0.5)
    expect(line.bottom).toBeLessThanOrEqual(sheet.address.top + sheet.address.lines * sheet.address.line)
  }
  const end = printed.lines.at(-1)?.map(({ text: line }) => bare(line)) ?? []
  const signed = end.findIndex((line) => line === `${secret} Exemple`)
  expect(end[signed - 1]).toContain('salutations')

  expect(await keptBy(page)).toEqual([0, '', page.url(), 'null', 0, 0])
  expect(asked.filter((request) => !request.startsWith('GET blob:'))).toEqual([])

  await context.setOffline(false)
  await page.goBack()
  await page.goForward()
  await expect(page.getByLabel('Prénoms')).toHaveValue('')
  await expect(letter).not.toContainText(secret)
  await page.getByLabel('Prénoms').fill(secret)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'Tout effacer' }).click()
  await expect(page.getByLabel('Prénoms')).toHaveValue('')
  await expect(page.getByLabel('Prénoms')).toBeFocused()
  expect(asked.join('\n')).not.toContain(secret)
})

/** Something in every field at once: days in days, an amount in an amount, the last of what can be chosen. The words that are only here. */
const fillEvery = (fields: Locator): Promise<string[]> =>
  fields.evaluate((root, canary) => {
    const words: string[] = []
    const valueFor = ({ id, type, inputMode }: HTMLElement & { type: string }) => {
      if (type === 'date') return '2026-03-02'
      if (inputMode === 'decimal') return '1234,5'
      words.push(type === 'email' ? `${canary}@exemple.fr` : `${canary} ${id}`)
      return words.at(-1) ?? ''
    }
    for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      if (field.name === 'letter-zone') continue
      if (field.type === 'radio' || field.type === 'checkbox') field.click()
      else field.value = valueFor(field)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }
    return words
  }, secret)

/** Cards: what they speak of is not to be sent. */
const cards = ['l07', 'l18']
const everyLetter = Array.from({ length: 19 }, (_, at) => `l${String(at + 1).padStart(2, '0')}`).filter(
  (slug) => !cards.includes(slug),
)

/** One case was chosen where there are two: it has one last day. */
const mostDays: Readonly<Record<string, number>> = { l10: 1, l14: 1 }

test('every letter is filled in with the network cut, is the same in each file, and stays in the page @js', async ({
  page,
  context,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  for (const slug of everyLetter) {
    await page.goto(`/fr/score/remedies/${slug}`, { waitUntil: 'networkidle' })
    await context.setOffline(true)
    asked.length = 0
    const words = await fillEvery(page.locator('[data-letter-fields]'))
    const text = (await taken(page, 'Texte (.txt)')).toString('utf8')
    expect(text, slug).not.toMatch(/…………|☐|\{\{|\[\[/)
    for (const typed of words) expect(text, slug).toContain(typed)
    const odt = unzipSync(new Uint8Array(await taken(page, 'Traitement de texte')))
    const content = strFromU8(odt['content.xml'] ?? new Uint8Array())
    expect(bare(readXml(content, ['text:p', 'text:line-break', 'text:tab'])), slug).toBe(bare(text))
    expect(bare(await page.locator('[data-letter-sheet]').innerText()), slug).toBe(bare(text))
    if (await page.getByRole('button', { name: 'Dates limites (.ics)' }).isVisible()) {
      const calendar = (await taken(page, 'Dates limites (.ics)')).toString('utf8')
      const days = calendar.split('BEGIN:VEVENT').length - 1
      expect(days, slug).toBeGreaterThan(0)
      expect(days, slug).toBeLessThanOrEqual(mostDays[slug] ?? 8)
      expect(calendar.toLowerCase(), slug).not.toContain(secret.toLowerCase())
    }
    expect(await keptBy(page), slug).toEqual([0, '', page.url(), 'null', 0, 0])
    expect(
      asked.filter((request) => !request.startsWith('GET blob:')),
      slug,
    ).toEqual([])
    if (slug === 'l14') expect(await faultsNow(page)).toEqual([])
    await context.setOffline(false)
  }
})

test('without a script the letter is there to fill in by hand, and nothing to type in', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.locator('[data-letter-sheet]')).toContainText('…………, le …………')
  await expect(page.locator('[data-letter-sheet]')).toContainText('☐')
  await expect(page.locator('main').locator('input, textarea, select, button').filter({ visible: true })).toHaveCount(0)
  await context.close()
})
