import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { z } from 'zod'
import { findBrowser } from '../../e2e/support/find-browser.ts'
import { letAWaveIn } from './let-a-wave-in.ts'

/**
 * Takes the pictures of this folder from a running demonstration instance:
 *
 *   node --import tsx docs/screenshots/take.ts http://localhost:3000 [http://localhost:1080]
 *
 * The second address is the inbox of the mail catcher. The instance gets one signature, two members of the team, three
 * updates and a wave of fakes more: use one that may be thrown away, with the same DATA_DIR (or DATABASE_URL) in the environment.
 */
const [base = 'http://localhost:3000', inbox = 'http://localhost:1080'] = process.argv.slice(2)

const folder = import.meta.dirname
const root = path.resolve(folder, '..', '..')
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const
const schemes = ['light', 'dark'] as const

type Storage = BrowserContextOptions['storageState']

interface Picture {
  name: string
  address: string
  /** Signed in as someone of the team; absent for visitors. */
  as?: Storage
  /** What is done on the page before the picture. */
  before?: (page: Page) => Promise<unknown>
}

const mailList = z.array(z.object({ to: z.array(z.object({ address: z.string() })), text: z.string() }))

/** Signs with an address of its own and answers the path of the link in the mail, unused. */
async function pendingLink(): Promise<string> {
  const email = `image-${Date.now()}@example.org`
  const body = new URLSearchParams({ name: 'Camille Exemple', email, postcode: '75011', country: 'FR', consent: 'on' })
  const answer = await fetch(`${base}/fr/score/sign`, { method: 'POST', body, redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`signing answered ${answer.status}`)
  for (let tries = 0; tries < 100; tries += 1) {
    const mails = mailList.parse(await (await fetch(`${inbox}/email`)).json())
    const mail = mails.find(({ to }) => to.some(({ address }) => address === email))
    const link = /https?:\/\/\S+(\/fr\/confirm\/[\w-]+)/.exec(mail?.text ?? '')?.[1]
    if (link) return link
    await pause(200)
  }
  throw new Error(`no mail to ${email} in ${inbox}`)
}

/** Brings someone into the team by the command line and signs them in. */
async function enterAs(browser: Browser, role: 'moderator' | 'campaigner'): Promise<Storage> {
  const args = ['app/portevoix.mjs', 'staff', 'add', '--email', `image-${role}@example.org`, '--role', role]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const link = /\/admin\/enter\/[\w-]+/.exec(stdout)?.[0]
  if (status !== 0 || !link) throw new Error(`staff add ended with ${status}: ${stderr}`)
  const context = await browser.newContext({ baseURL: base, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Entrer', exact: true }).click()
  await page.waitForURL(/\/admin$/)
  const storage = await context.storageState()
  await context.close()
  return storage
}

const letters = [
  [
    'Français',
    'Les sources sont en ligne',
    'Bonjour {{name|à vous}},\n\n**Chaque affirmation porte sa source.** En face, la réponse.\n\n- La date où nous l’avons vue\n- Ce que nous n’avons pas trouvé\n\nVous êtes {{count}}.\n\n{{signature}}',
  ],
  [
    'Anglais',
    'The sources are online',
    'Hello {{name|there}},\n\n**Every claim carries its source.** Beside it, the answer.\n\n- The day on which we saw it\n- What we did not find\n\nThere are {{count}} of you.\n\n{{signature}}',
  ],
] as const

/** Writes a draft. @returns the address of its page */
async function written(page: Page): Promise<string> {
  await page.goto('/admin/mailings')
  await page.getByRole('link', { name: 'Écrire un envoi' }).click()
  for (const [language, subject, body] of letters) {
    const fields = page.getByRole('group', { name: language })
    await fields.getByLabel('Objet', { exact: true }).fill(subject)
    await fields.getByLabel('Message', { exact: true }).fill(body)
  }
  await page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await page.getByText('Préparer l’envoi', { exact: true }).waitFor()
  return new URL(page.url()).pathname
}

/** Begins to send the draft of this page. */
async function begun(page: Page): Promise<void> {
  await page.getByText('Préparer l’envoi', { exact: true }).click()
  await page.getByLabel('J’ai relu les deux langues').check()
  await page.getByRole('button', { name: /^Envoyer à / }).click()
  await page.getByTestId('mailing-progress').waitFor()
}

/** Waits until so much of a mailing, from 0 to 1, was handed over. */
async function sentUpTo(page: Page, share: number): Promise<void> {
  const bar = page.getByTestId('mailing-progress')
  for (let tries = 0; tries < 240; tries += 1) {
    const [sent, total] = [await bar.getAttribute('data-sent'), await bar.getAttribute('data-total')]
    if (Number(total) > 0 && Number(sent) >= share * Number(total)) return
    await pause(500)
    await page.reload()
  }
  throw new Error('the mailing does not move')
}

/** Three mailings of one letter: a draft, one that everyone has, and one under way, at a pace that leaves time for pictures. */
async function mailings(browser: Browser, campaigner: Storage) {
  const context = await browser.newContext({ baseURL: base, locale: 'fr-FR', storageState: campaigner })
  const page = await context.newPage()
  const sent = await written(page)
  await begun(page)
  await sentUpTo(page, 1)
  const running = await written(page)
  await begun(page)
  await page.getByLabel('Messages au plus').fill('60')
  await page.getByRole('button', { name: 'Fixer le rythme' }).click()
  await sentUpTo(page, 0.3)
  const draft = await written(page)
  await context.close()
  return { draft, running, sent }
}

/** A testimony that someone else proposed: original and text to appear side by side. */
async function proposedTestimony(browser: Browser, moderator: Storage): Promise<string> {
  const context = await browser.newContext({ baseURL: base, locale: 'fr-FR', storageState: moderator })
  const page = await context.newPage()
  await page.goto('/admin/testimonies')
  const address = await page
    .getByRole('link')
    .filter({ hasText: 'À publier, après relecture' })
    .first()
    .getAttribute('href')
  await context.close()
  if (!address) throw new Error('nothing is proposed: is this a demonstration instance?')
  return address
}

async function takeAll(browser: Browser, pictures: readonly Picture[]): Promise<void> {
  for (const viewport of sizes) {
    for (const colorScheme of schemes) {
      for (const { name, address, as: storageState, before } of pictures) {
        const context = await browser.newContext({
          baseURL: base,
          locale: 'fr-FR',
          viewport,
          colorScheme,
          storageState,
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        const missing: string[] = []
        page.on('response', (answer) => {
          if (answer.status() >= 400 && answer.status() !== 422) missing.push(`${answer.status()} ${answer.url()}`)
        })
        await page.goto(address, { waitUntil: 'load' })
        await before?.(page)
        if (missing.length > 0) throw new Error(`${name} is not complete: ${missing.join(', ')}`)
        await page.evaluate(() => document.fonts.ready.then(() => true))
        const file = `${name}-${viewport.width}-${colorScheme}.png`
        await page.screenshot({ path: path.join(folder, file), animations: 'disabled' })
        process.stdout.write(`${file}\n`)
        await context.close()
      }
    }
  }
}

const browser = await chromium.launch(await findBrowser())
try {
  const moderator = await enterAs(browser, 'moderator')
  const campaigner = await enterAs(browser, 'campaigner')
  await takeAll(browser, [
    { name: 'campaign', address: '/fr/score' },
    {
      name: 'sign-errors',
      address: '/fr/score',
      before: (page) =>
        Promise.all([page.waitForURL(/\/sign$/), page.getByRole('button', { name: 'Je signe', exact: true }).click()]),
    },
    { name: 'signed', address: '/fr/score/signed' },
    { name: 'confirm', address: await pendingLink() },
    { name: 'confirmed', address: '/fr/score/confirmed' },
    { name: 'testify', address: '/fr/score/testify' },
    { name: 'testimonies', address: '/fr/score/testimonies' },
    { name: 'numbers', address: '/fr/score/numbers' },
    {
      name: 'numbers-map',
      address: '/fr/score/numbers',
      before: (page) => page.locator('#places').evaluate((part) => part.scrollIntoView()),
    },
    { name: 'queue', address: await proposedTestimony(browser, moderator), as: moderator },
  ])
  const { draft, running, sent } = await mailings(browser, campaigner)
  await takeAll(browser, [
    { name: 'mailing-draft', address: draft, as: campaigner },
    { name: 'mailing-running', address: running, as: campaigner },
    { name: 'mailing', address: sent, as: campaigner },
  ])
  // Last: while a wave is fought the form asks for a proof of work, and says so.
  const rule = await letAWaveIn()
  await takeAll(browser, [
    { name: 'ledger', address: '/fr/score/ledger' },
    { name: 'review', address: '/admin/signatures/review', as: campaigner },
    { name: 'invalidation', address: rule, as: campaigner },
  ])
} finally {
  await browser.close()
}
