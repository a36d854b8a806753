import { z } from 'zod'

/** How many tests of a runner passed, failed and were skipped. */
export type Sum = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/** A file that could not even be loaded holds no test in the report; it counts as one that failed. */
export function sumVitest(report: unknown): Sum {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = vitestReport.parse(report)
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
})

/** A flaky test has failed once, which is once too often; an error outside every test counts too. */
export function sumPlaywright(report: unknown): Sum {
  const { stats, errors } = playwrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/** What a runner that ended like this stands for: one that crashed or ran nothing can never look green. */
export function judge(ending: { exitCode: number; sum: Sum | null }): Sum {
  if (ending.sum === null) return { passed: 0, failed: 1, skipped: 0 }
  const { passed, failed, skipped } = ending.sum
  const suspicious = failed === 0 && (ending.exitCode !== 0 || passed === 0)
  return { passed, failed: suspicious ? 1 : failed, skipped }
}

export const total = (sums: Sum[]): Sum =>
  sums.reduce(
    (all, sum) => ({
      passed: all.passed + sum.passed,
      failed: all.failed + sum.failed,
      skipped: all.skipped + sum.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** The last line of `npm test`. */
export const closingLine = ({ passed, failed, skipped }: Sum): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
