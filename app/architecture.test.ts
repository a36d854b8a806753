import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { expect, test } from 'vitest'

/** A file and what it imports; the imported file is empty, unless it imports back. */
type Plant = { in: string; imports: string; back?: string; packages?: 'listed' | 'development' | 'unlisted' }

const room = (name: string, file: string) => `app/features/${name}/${file}`
const upwards = (from: string, to: string): Plant => ({ in: room(from, 'rules.ts'), imports: room(to, 'rules.ts') })

const plants: Record<string, Plant[]> = {
  'no-cycles': [
    { in: 'app/ui/table.ts', imports: 'app/ui/row.ts', back: `export * from './table.ts'` },
    { in: 'app/ui/table.ts', imports: 'app/ui/row.ts', back: `export type { uses } from './table.ts'` },
  ],
  'the-house-does-not-stand-on-its-scaffold': [
    { in: 'app/infra/clock.ts', imports: 'e2e/support/time.ts' },
    { in: 'app/ui/table.ts', imports: 'app/ui/row.test.ts' },
  ],
  'seeds-are-planted-by-the-starters': [
    { in: room('campaigns', 'commands.server.ts'), imports: 'prisma/factories/campaign.ts' },
    { in: 'app/infra/db/client.server.ts', imports: 'prisma/seed.ts' },
  ],
  'not-to-dev-package': [{ in: 'app/infra/clock.ts', imports: 'fast-check', packages: 'development' }],
  'not-to-unlisted-package': [{ in: 'app/infra/clock.ts', imports: 'left-pad', packages: 'unlisted' }],
  'not-to-unresolvable': [{ in: 'app/infra/clock.ts', imports: './missing.ts' }],
  'nobody-imports-a-door': [
    { in: room('campaigns', 'queries.server.ts'), imports: 'app/routes/site/campaign.tsx' },
    { in: 'app/infra/queue/run.server.ts', imports: 'app/worker.ts' },
    { in: 'app/ui/form.tsx', imports: 'app/http/answer.ts' },
    { in: 'prisma/seed.ts', imports: 'app/start.ts' },
  ],
  'http-serves-the-doors-not-the-reverse': [
    { in: 'app/http/answer.ts', imports: 'app/routes/site/campaign.tsx' },
    { in: 'app/http/fast-lane.server.ts', imports: 'app/server.ts' },
  ],
  'pages-do-not-start-processes': [{ in: 'app/routes/admin/queue.tsx', imports: 'app/worker.ts' }],
  'pages-do-not-touch-the-database': [
    { in: 'app/routes/site/sign.tsx', imports: 'app/infra/db/client.server.ts' },
    { in: 'app/http/require-staff.server.ts', imports: 'app/infra/db/client.server.ts' },
    { in: 'app/root.tsx', imports: 'app/infra/mail/send.server.ts' },
    { in: 'app/routes/me/unsubscribe.tsx', imports: 'app/infra/queue/add.server.ts' },
  ],
  'ui-knows-no-feature': [
    { in: 'app/ui/table.tsx', imports: room('campaigns', 'schema.ts') },
    { in: 'app/i18n/t.ts', imports: 'app/infra/config.server.ts' },
  ],
  'infra-is-the-ground-floor': [
    { in: 'app/infra/mail/send.server.ts', imports: room('campaigns', 'schema.ts') },
    { in: 'app/infra/mail/send.server.ts', imports: 'emails/confirm.tsx' },
  ],
  'emails-are-pure': [
    { in: 'emails/confirm.tsx', imports: 'app/infra/config.server.ts' },
    { in: 'emails/confirm.tsx', imports: room('campaigns', 'queries.server.ts') },
  ],
  'enhance-ships-only-pure-code': [
    { in: 'app/enhance/count.ts', imports: room('campaigns', 'queries.server.ts') },
    { in: 'app/enhance/count.ts', imports: 'app/ui/table.tsx' },
  ],
  'enhance-ships-no-framework': [{ in: 'app/enhance/count.ts', imports: 'react', packages: 'listed' }],
  'every-room-is-on-the-plan': [
    { in: 'app/utils/dates.ts', imports: 'app/i18n/locale.ts' },
    { in: room('helpers', 'rules.ts'), imports: room('helpers', 'schema.ts') },
  ],
  'only-reads-and-writes-reach-the-database': [
    { in: room('campaigns', 'tally.server.ts'), imports: 'app/infra/db/client.server.ts' },
    { in: room('campaigns', 'ui/page.tsx'), imports: 'app/infra/db/generated/enums.ts' },
  ],
  'only-server-files-reach-infra': [{ in: room('campaigns', 'letter.ts'), imports: 'app/infra/config.server.ts' }],
  'what-a-page-shows-is-not-server-code': [
    { in: room('campaigns', 'ui/page.tsx'), imports: room('campaigns', 'queries.server.ts') },
  ],
  'rules-and-schemas-are-pure': [
    { in: room('testimonies', 'guard/phone.ts'), imports: 'app/i18n/t.ts' },
    { in: room('campaigns', 'rules.ts'), imports: 'react', packages: 'listed' },
    { in: room('campaigns', 'schema/form.ts'), imports: 'app/i18n/t.ts' },
    { in: room('campaigns', 'policy.ts'), imports: room('campaigns', 'queries.server.ts') },
    { in: 'app/infra/mail/address.ts', imports: 'app/infra/log/log.server.ts' },
  ],
  'rules-and-schemas-use-no-node-core': [
    { in: room('campaigns', 'rules.ts'), imports: 'node:crypto' },
    { in: room('campaigns', 'schema.ts'), imports: 'crypto' },
  ],
  'features-do-not-know-http': [
    { in: room('campaigns', 'commands.server.ts'), imports: 'express', packages: 'listed' },
    { in: room('campaigns', 'queries.server.ts'), imports: '@remix-run/node', packages: 'listed' },
  ],
  'feature-staff-looks-down': [upwards('staff', 'campaigns')],
  'feature-campaigns-looks-down': [upwards('campaigns', 'signatures')],
  'feature-sheets-looks-down': [upwards('sheets', 'campaigns')],
  'feature-signatures-looks-down': [upwards('signatures', 'testimonies')],
  'feature-testimonies-looks-down': [upwards('testimonies', 'signatures')],
  'feature-organisations-looks-down': [upwards('organisations', 'paper')],
  'feature-paper-looks-down': [upwards('paper', 'organisations')],
  'feature-remedies-looks-down': [upwards('remedies', 'scoring')],
  'feature-scoring-looks-down': [upwards('scoring', 'remedies')],
  'feature-claims-looks-down': [upwards('claims', 'remedies')],
  'feature-moderation-looks-down': [upwards('moderation', 'mailings')],
  'feature-mailings-looks-down': [upwards('mailings', 'numbers')],
  'feature-integrity-looks-down': [upwards('integrity', 'numbers')],
  'feature-numbers-looks-down': [upwards('numbers', 'moderation')],
  'feature-embeds-looks-down': [upwards('embeds', 'numbers')],
  'feature-proof-looks-down': [upwards('proof', 'privacy')],
  'feature-questions-looks-down': [upwards('questions', 'proof')],
  'feature-handovers-looks-down': [upwards('handovers', 'cases'), upwards('handovers', 'privacy')],
  'feature-cases-looks-down': [upwards('cases', 'privacy')],
  'feature-exports-looks-down': [upwards('exports', 'privacy')],
  'feature-imports-looks-down': [upwards('imports', 'privacy')],
  'feature-commitments-looks-down': [upwards('commitments', 'press')],
  'feature-press-looks-down': [upwards('press', 'handovers')],
  'feature-partners-looks-down': [upwards('partners', 'cases')],
  'feature-privacy-looks-down': [upwards('privacy', 'a-room-without-a-floor')],
}

const options = await extractOptions('./.dependency-cruiser.cjs')

/** The names of the rules that the tree under `root` breaks. */
async function brokenRules(root: string, folders: string[]): Promise<string[]> {
  const { output } = await cruise(folders, { ...options, baseDir: root })
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with a text, not with a result')
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
}

function write(root: string, file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** A house of its own in a temporary folder, with the same ways of importing. */
async function plantAndLook(files: Record<string, string>, plant: Plant): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'portevoix-house-'))
  const named = { [plant.imports]: '1.0.0' }
  const kind = { listed: { dependencies: named }, development: { devDependencies: named }, unlisted: {} }
  const manifest = { name: 'house', imports: { '#app/*': './app/*' }, ...kind[plant.packages ?? 'unlisted'] }
  try {
    write(root, 'package.json', JSON.stringify(manifest))
    for (const folder of ['app', 'emails', 'prisma']) write(root, `${folder}/nothing.ts`, 'export {}')
    for (const [file, text] of Object.entries(files)) write(root, file, text)
    return await brokenRules(root, ['app', 'emails', 'prisma'])
  } finally {
    rmSync(root, { recursive: true })
  }
}

function filesOf(plant: Plant): Record<string, string> {
  const isPath = /^(app|emails|prisma|e2e)\//.test(plant.imports)
  const source = `import * as it from '${isPath ? '../'.repeat(plant.in.split('/').length - 1) + plant.imports : plant.imports}'\nexport const uses = it\n`
  if (plant.packages) {
    const folder = `node_modules/${plant.imports}`
    return { [plant.in]: source, [`${folder}/package.json`]: '{"main":"index.js"}', [`${folder}/index.js`]: '' }
  }
  return isPath ? { [plant.imports]: plant.back ?? 'export {}', [plant.in]: source } : { [plant.in]: source }
}

test('the house stands: no import of this tree goes up', async () => {
  expect(await brokenRules(process.cwd(), ['app', 'emails', 'prisma'])).toEqual([])
}, 60_000)

test('every rule has a plant that was seen to fail', () => {
  const rules = options.ruleSet?.forbidden?.map((rule) => rule.name)
  expect(Object.keys(plants).toSorted()).toEqual(rules?.toSorted())
})

for (const [rule, tries] of Object.entries(plants)) {
  for (const plant of tries) {
    test(`${rule} catches ${plant.in} -> ${plant.imports}`, async () => {
      const broken = await plantAndLook(filesOf(plant), plant)
      expect([...new Set(broken.map((violation) => violation.split(':')[0]))]).toEqual([rule])
    })
  }
}

test('what the plan allows is allowed', async () => {
  const allowed: Record<string, string[]> = {
    'app/features/privacy/commands/erase.server.ts': ['../../signatures/personal-data.server.ts'],
    'app/features/signatures/personal-data.server.ts': ['#app/infra/db/client.server.ts', '#app/infra/vault.ts'],
    'app/features/signatures/schema.ts': ['#app/i18n/locale.ts', '#app/infra/mail/address.ts'],
    'app/features/signatures/commands.db.test.ts': ['../../../prisma/factories/signature.ts'],
    'app/http/throttle.server.ts': ['#app/infra/cache/store.server.ts', '../features/signatures/schema.ts'],
    'app/enhance/form.ts': ['virtual:enhance/site', '../features/signatures/schema.ts', '../i18n/locale.ts'],
    'app/start.ts': ['./infra/db/client.server.ts', '../prisma/seed.ts', './worker.ts'],
    'prisma/seed.ts': ['#app/features/signatures/personal-data.server.ts', './factories/signature.ts'],
  }
  const empty = ['app/infra/db/client.server.ts', 'app/infra/vault.ts', 'app/infra/cache/store.server.ts']
  const leaves = [
    ...empty,
    'app/i18n/locale.ts',
    'app/infra/mail/address.ts',
    'app/worker.ts',
    'prisma/factories/signature.ts',
  ]
  const files = Object.fromEntries([
    ...leaves.map((file) => [file, 'export {}']),
    ...Object.entries(allowed).map(([file, imports]) => [file, imports.map((path) => `import '${path}'`).join('\n')]),
    ['app/features/campaigns/queries.server.ts', 'export type Campaign = { title: string }'],
    [
      room('campaigns', 'ui/page.tsx'),
      `import type { Campaign } from '../queries.server.ts'\nexport type Props = Campaign`,
    ],
  ])
  expect(await plantAndLook(files, { in: '', imports: '' })).toEqual([])
})
