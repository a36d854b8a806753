import { runChecks } from './checks.ts'

const verdicts = await runChecks()
process.exitCode = verdicts.every(Boolean) ? 0 : 1
