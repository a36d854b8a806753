import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './e2e/support/find-browser.ts'

const launchOptions = await findBrowser()
const desktop = { ...devices['Desktop Chrome'], channel: undefined, launchOptions }

/**
 * Every story is told twice, with and without JavaScript; a story whose title ends in `@js` needs it (staff pages).
 * The servers are started by the fixtures of the stories, each on a database of its own.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { ...desktop, screenshot: 'only-on-failure', trace: 'retain-on-failure' },
  projects: [{ name: 'chromium' }, { name: 'no-javascript', use: { javaScriptEnabled: false }, grepInvert: /@js\b/ }],
})
