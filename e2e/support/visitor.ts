import { expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { test as inHouse, type House, type Role } from './house.ts'

/** What no page of ours may do. */
class Troubles {
  readonly seen: string[] = []
  readonly #answers = new Set<number>()
  readonly #house: House

  constructor(house: House) {
    this.#house = house
  }

  /** The browser writes a line to its console for each refused request: those that a story asks for are no trouble. */
  expectAnswer(status: number) {
    this.#answers.add(status)
  }

  watch(context: BrowserContext) {
    const ours = new Set([this.#house.url, this.#house.inbox].filter(Boolean).map((url) => new URL(url).origin))
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#hear(message.text())
    })
    context.on('weberror', (error) => void this.seen.push(`page error: ${error.error().message}`))
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && !ours.has(origin)) this.seen.push(`a request left the house: ${request.url()}`)
    })
  }

  #hear(text: string) {
    const status = Number(/status of (\d{3})/.exec(text)?.[1])
    if (!this.#answers.has(status)) this.seen.push(`console: ${text}`)
  }
}

export interface Visitor {
  /** Says that a 4xx is part of the story. */
  expectAnswer(status: number): void
  /** Somebody else, at a browser of their own. */
  person(options?: BrowserContextOptions): Promise<Page>
  /** Somebody of the team, already signed in. */
  staff(role: Role, options?: BrowserContextOptions): Promise<Page>
}

/** People at browsers of their own, in these houses. */
export const withVisitors = (houses: typeof inHouse) =>
  houses.extend<{ visitor: Visitor }>({
    visitor: [
      async ({ house, context, browser, contextOptions, javaScriptEnabled, baseURL }, use) => {
        const troubles = new Troubles(house)
        troubles.watch(context)
        const opened: BrowserContext[] = []
        const person: Visitor['person'] = async (options) => {
          const own = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled, ...options })
          troubles.watch(own)
          opened.push(own)
          return own.newPage()
        }
        await use({
          expectAnswer: (status) => troubles.expectAnswer(status),
          person,
          async staff(role, options) {
            const page = await person(options)
            await enter(page, await house.enter(role))
            return page
          },
        })
        await Promise.all(opened.map((own) => own.close()))
        expect(troubles.seen, 'a quiet console, and no request elsewhere').toEqual([])
      },
      { auto: true },
    ],
    locale: 'fr-FR',
  })

/** Stories are told with this test: a console error, a page error, a violated policy or a request elsewhere fails them. */
export const test = withVisitors(inHouse)

/** Opens a one-time link and presses its button. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: /^(Entrer|Enter)$/ }).click()
  await expect(page).toHaveURL(/\/admin$/)
}

export { expect }
