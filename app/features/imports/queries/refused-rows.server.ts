import { csvLine } from '#app/features/numbers/csv.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { findPlan, type Plan } from './plan.server.ts'
import { findBeginning, rowsOf } from './read-file.server.ts'

const atOnce = 1000

async function* lines(plan: Plan): AsyncGenerator<string> {
  const { header } = await findBeginning(plan.id, plan)
  const titleOf = (column: number | null) => (column === null ? '' : header[column] || String(column + 1))
  // The mark makes a spreadsheet read accents as they are.
  yield `\uFEFF${csvLine(['line', 'column', 'reason', ...header])}`
  for await (const { records } of rowsOf(plan.id, plan, { from: 0, atOnce })) {
    const refused = await db().importRefusal.findMany({
      where: { importId: plan.id, line: { in: records.map(({ line }) => line) } },
      select: { line: true, column: true, reason: true },
    })
    const byLine = new Map(refused.map((one) => [one.line, one]))
    for (const { line, cells } of records) {
      const why = byLine.get(line)
      if (why) yield csvLine([line, titleOf(why.column), why.reason, ...cells])
    }
  }
}

/**
 * The rows that do not come in, as they stand in the file, with line, column and reason: formula-safe, row by row. `null` when there
 * is no such import, or its file is gone. @throws SealBroken
 */
export async function refusedRows(id: number): Promise<AsyncGenerator<string> | null> {
  const plan = await findPlan(id)
  const hasFile = (await db().importPiece.count({ where: { importId: id, n: 0 } })) > 0
  return plan && hasFile ? lines(plan) : null
}
