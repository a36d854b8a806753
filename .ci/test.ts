import { existsSync, readFileSync, rmSync } from 'node:fs'
import { runChecks } from './checks.ts'
import { runCommand } from './run-command.ts'
import { closingLine, judge, sumPlaywright, sumVitest, total, type Sum } from './sum-results.ts'

const title = (words: string) => console.log(`\n── ${words} ──`)
const single = (passed: boolean): Sum => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

type Runner = { name: string; command: string; report: string; minutes: number; read: (report: unknown) => Sum }

const vitest = (project: string): Runner => {
  const report = `test-results/${project}.json`
  const reporters = `--reporter=default --reporter=json --outputFile.json=${report}`
  const command = `vitest run --project ${project} ${reporters}`
  return { name: `${project} tests`, command, report, minutes: 15, read: sumVitest }
}

const browser: Runner = {
  name: 'browser tests',
  command: 'playwright test',
  report: 'test-results/e2e.json',
  minutes: 30,
  read: sumPlaywright,
}

function readReport(runner: Runner): Sum | null {
  if (!existsSync(runner.report)) return null
  try {
    return runner.read(JSON.parse(readFileSync(runner.report, 'utf8')))
  } catch (cause) {
    console.error(`${runner.report} cannot be read:`, cause)
    return null
  }
}

async function run(runner: Runner): Promise<Sum> {
  title(runner.name)
  rmSync(runner.report, { force: true })
  const exitCode = await runCommand(runner.command, runner.minutes)
  const sum = judge({ exitCode, sum: readReport(runner) })
  console.log(`${runner.name}: ${closingLine(sum)}`)
  return sum
}

title('checks')
const sums = (await runChecks()).map(single)
sums.push(await run(vitest('unit')), await run(vitest('db')))

title('build')
const built = (await runCommand('npm run build', 5)) === 0
sums.push(single(built))
if (built) sums.push(await run(browser))
else console.log('browser tests: not run, there is nothing to look at')

const everything = total(sums)
process.exitCode = everything.failed > 0 ? 1 : 0
console.log(`\n${closingLine(everything)}`)
