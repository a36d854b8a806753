import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const present = (file: string) => (existsSync(new URL(file, import.meta.url)) ? [file] : [])

const everywhere = {
  /** A forgotten time zone fails loudly: nobody here lives at UTC+5:45. */
  env: { TZ: 'Asia/Kathmandu' },
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
          include: ['{app,emails,prisma,bench,e2e,.ci}/**/*.test.{ts,tsx}'],
          exclude: [...everywhere.exclude, '**/*.db.test.ts'],
          setupFiles: ['./.ci/quiet-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'db',
          include: ['{app,prisma}/**/*.db.test.ts'],
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
