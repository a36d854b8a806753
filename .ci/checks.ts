import { runCommand } from './run-command.ts'

/** What is asked of the source before any test runs, and what to do when the answer is no. */
const checks = [
  { name: 'types', command: 'tsc --noEmit', repair: 'npx tsc --noEmit' },
  { name: 'lint', command: 'oxlint --type-aware --deny-warnings', repair: 'npx oxlint --type-aware --fix' },
  {
    name: 'architecture',
    command: 'depcruise app emails prisma',
    repair:
      'move the file to the room its imports belong to (.dependency-cruiser.cjs says which); npx depcruise app emails prisma',
  },
  { name: 'dead code', command: 'knip', repair: 'npx knip, then delete what it names' },
  { name: 'formatting', command: 'prettier --check --log-level warn .', repair: 'npx prettier --write .' },
]

/** Runs every check, two at a time, also after one failed: each keeps one processor busy. Answers one verdict per check. */
export async function runChecks(): Promise<boolean[]> {
  const verdicts: boolean[] = []
  const left = checks.values()
  async function lane() {
    for (const { name, command, repair } of left) {
      const startedAt = performance.now()
      const passed = (await runCommand(command, 5)) === 0
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      console.log(passed ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s). To repair: ${repair}`)
      verdicts.push(passed)
    }
  }
  await Promise.all([lane(), lane()])
  return verdicts
}
