import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { holds } from './features/proof/rules/vector.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** One word a file, in their order. A file that cannot be opened is no proof either, and the command has failed. */
async function judge(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const json = await readFile(file, 'utf8').catch(() => {
      process.stderr.write(`${file} cannot be read.\n`)
      process.exitCode = 1
      return ''
    })
    process.stdout.write(holds(json, sha256) ? 'accept\n' : 'refuse\n')
  }
}

/** The commands about proofs of what was counted. */
export function addLogCommands(program: Command): void {
  program
    .command('log')
    .description('proofs that a count can be checked by')
    .command('check-vector')
    .description('judge test vectors of RFC 9162 proofs, one JSON file each: “accept” or “refuse” a line')
    .argument('<files...>', 'files as the project transparency-dev/merkle has them')
    .action(judge)
}
