import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { enhanceScripts } from './app/enhance/vite-plugin.ts'

const present = (file: string) => (existsSync(new URL(file, import.meta.url)) ? [file] : [])

/** Known keys, so that no test reads or writes the keys of a data directory. */
const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const keysForTests = {
  PORTEVOIX_KEYS: `test:${key(1)}`,
  PORTEVOIX_INDEX_KEY: key(2),
  PORTEVOIX_SESSION_SECRET: key(3),
  PORTEVOIX_LOG_KEY: key(4),
  PORTEVOIX_TEAM_KEY: key(5),
}

const everywhere = {
  /** A forgotten time zone fails loudly: nobody here lives at UTC+5:45. */
  env: { TZ: 'Asia/Kathmandu', LOG_LEVEL: 'silent', ...keysForTests },
  exclude: ['node_modules/**', 'build/**', 'e2e/**/*.spec.ts'],
  restoreMocks: true,
}

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'unit',
          // On two processors the default is one: the other would have nothing to do.
          maxWorkers: 2,
          include: ['{app,emails,prisma,bench,e2e,.ci}/**/*.test.{ts,tsx}'],
          exclude: [...everywhere.exclude, '**/*.db.test.ts'],
          setupFiles: ['./.ci/quiet-console.ts'],
        },
      },
      {
        extends: true,
        // A route of a public page asks for the address of its script.
        plugins: [enhanceScripts()],
        test: {
          ...everywhere,
          name: 'db',
          include: ['{app,prisma,e2e}/**/*.db.test.ts'],
          globalSetup: present('./e2e/support/db-global-setup.ts'),
          setupFiles: ['./.ci/quiet-console.ts', ...present('./e2e/support/db-setup.ts')],
          maxWorkers: 2,
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
