import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './e2e/support/find-browser.ts'

const launchOptions = await findBrowser()
const desktop = { ...devices['Desktop Chrome'], channel: undefined, launchOptions }

/**
 * Every story (`a-….spec.ts`, `the-team-….spec.ts`) is told twice, with and without JavaScript; one whose title ends in `@js`
 * needs it. What measures pages or knocks at doors is done once. Each worker lives in a house of its own, on a database of
 * its own (e2e/support/house.ts).
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { ...desktop, screenshot: 'only-on-failure' },
  projects: [
    { name: 'chromium' },
    {
      name: 'no-javascript',
      use: { javaScriptEnabled: false },
      testMatch: /\/(a|the-team)-[^/]+\.spec\.ts$/,
      grepInvert: /@js\b/,
    },
  ],
})
