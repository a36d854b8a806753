import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

const lines = (count: number) => Array.from({ length: count }, (_, n) => `export const line${n} = ${n}`).join('\n')
const page = (jsx: string) => `export const Page = () => ${jsx}\n`

/** The style rules of the house: what breaks each, where, and the name the linter says. */
const plants: [rule: string, file: string, text: string][] = [
  ['eslint(max-lines)', 'app/routes/long.tsx', lines(121)],
  ['eslint(max-lines)', 'app/features/campaigns/long.ts', lines(251)],
  ['eslint(max-params)', 'app/ui/add.ts', 'export const add = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d'],
  [
    'eslint(max-lines-per-function)',
    'app/ui/f.ts',
    `export function f() {\n${'  g()\n'.repeat(61)}}\nfunction g() {}\n`,
  ],
  ['eslint(no-console)', 'app/infra/say.ts', 'console.log(1)'],
  ['eslint(eqeqeq)', 'app/infra/same.ts', 'export const same = (a: number, b: number) => a == b'],
  ['eslint(no-restricted-globals)', 'app/features/campaigns/rules.ts', 'export const today = () => Date.now()'],
  ['eslint(no-restricted-globals)', 'app/features/campaigns/policy.ts', 'export const luck = () => Math.random()'],
  [
    'eslint(no-restricted-globals)',
    'app/features/campaigns/rules/id.ts',
    'export const id = () => crypto.randomUUID()',
  ],
  ['import(no-default-export)', 'app/features/campaigns/schema.ts', 'export default 1'],
  ['node(no-process-env)', 'app/infra/mail/send.server.ts', 'export const url = process.env.SMTP_URL'],
  ['oxc(no-barrel-file)', 'app/features/campaigns/index.ts', `export * from './schema.ts'`],
  ['typescript(no-explicit-any)', 'app/ui/any.ts', 'export const any = (value: any): unknown => value'],
  ['typescript(no-non-null-assertion)', 'app/ui/bang.ts', 'export const first = (all: string[]) => all[0]!'],
  ['typescript(consistent-type-assertions)', 'app/ui/as.ts', 'export const x = (y: unknown) => y as string'],
  [
    'typescript(consistent-type-imports)',
    'app/ui/types.ts',
    `import { Readable } from 'node:stream'\nexport type R = Readable`,
  ],
  ['typescript(ban-ts-comment)', 'app/ui/ignore.ts', '// @ts-ignore\nexport const one: string = 1'],
  [
    'typescript(no-floating-promises)',
    'app/ui/float.ts',
    'const a = async () => 1\nexport const b = () => {\n  a()\n}',
  ],
  [
    'typescript(no-misused-promises)',
    'app/ui/misuse.ts',
    'const a = async () => true\nexport const b = () => (a() ? 1 : 2)',
  ],
  ['unicorn(filename-case)', 'app/ui/CamelCase.ts', 'export const one = 1'],
  ['react(no-danger)', 'app/ui/danger.tsx', page('<p dangerouslySetInnerHTML={{ __html: "" }} />')],
  ['react(forbid-dom-props)', 'app/ui/style.tsx', page('<p style={{ color: "red" }}>a</p>')],
  ['jsx-a11y(alt-text)', 'app/ui/image.tsx', page('<img src="/a.png" />')],
  ['jsx-a11y(anchor-is-valid)', 'app/ui/link.tsx', page('<a href="#">a</a>')],
  ['jsx-a11y(html-has-lang)', 'app/ui/lang.tsx', page('<html><body /></html>')],
  ['jsx-a11y(click-events-have-key-events)', 'app/ui/click.tsx', page('<p onClick={() => 1}>a</p>')],
  [
    'vitest(no-focused-tests)',
    'app/ui/focused.test.ts',
    `import { expect, test } from 'vitest'\ntest.only('a', () => expect(1).toBe(1))`,
  ],
  [
    'vitest(no-disabled-tests)',
    'app/ui/disabled.test.ts',
    `import { expect, test } from 'vitest'\ntest.skip('a', () => expect(1).toBe(1))`,
  ],
]

const clean: [file: string, text: string][] = [
  ['app/routes/page.tsx', 'export default function Page() {\n  return <p>a</p>\n}\n'],
  ['app/features/signatures/schema.ts', lines(249)],
  ['app/infra/config.server.ts', 'export const home = process.env.HOME'],
  ['app/features/signatures/commands.server.ts', 'export const now = () => new Date()'],
  ['.ci/say.ts', 'console.log(1)'],
]

/** What the linter says, by file, of a temporary tree under our configuration. */
function lint(files: [file: string, text: string][]): Map<string, string[]> {
  const root = mkdtempSync(join(tmpdir(), 'portevoix-lint-'))
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    for (const shared of ['node_modules', 'tsconfig.json', '.oxlintrc.json']) {
      symlinkSync(join(process.cwd(), shared), join(root, shared))
    }
    const oxlint = join(root, 'node_modules/.bin/oxlint')
    const told = { cwd: root, encoding: 'utf8', timeout: 30_000 } as const
    const { stdout } = spawnSync(oxlint, ['--type-aware', '--format=json'], told)
    const { diagnostics } = report.parse(JSON.parse(stdout))
    const said = new Map<string, string[]>()
    for (const { filename, code } of diagnostics) said.set(filename, [...(said.get(filename) ?? []), code])
    return said
  } finally {
    rmSync(root, { recursive: true })
  }
}

const said = lint([...plants.map(([, file, text]): [string, string] => [file, text]), ...clean])

for (const [rule, file] of plants) {
  test(`${rule} speaks up in ${file}`, () => {
    expect(said.get(file)).toContain(rule)
  })
}

test('each plant has a file of its own', () => {
  expect(new Set(plants.map(([, file]) => file)).size).toBe(plants.length)
})

for (const [file] of clean) {
  test(`${file}, as the house writes it, is not reproached`, () => {
    expect(said.get(file)).toBeUndefined()
  })
}
