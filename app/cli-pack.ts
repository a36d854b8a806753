import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'

/** What anyone downloads from the site: the same program says the same here. */
const verifier = fileURLToPath(new URL('../public/verify-pack.mjs', import.meta.url))

interface Options {
  offline?: boolean
  sha256?: string
  key?: string
  log?: string
}

async function verifyPack(file: string, { offline = false, ...given }: Options): Promise<void> {
  const named = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(process.execPath, [verifier, file, ...named, ...(offline ? ['--offline'] : [])], {
    stdio: 'inherit',
  })
  const [code]: unknown[] = await once(child, 'exit')
  process.exitCode = typeof code === 'number' ? code : 1
}

/** The command about packs that were delivered. Asks no database: anyone can run it. */
export function addPackCommands(program: Command): void {
  program
    .command('verify-pack')
    .description(
      'verify a delivery pack: marks of its files, signatures, and whether the log of today begins with that of then',
    )
    .argument('<file>', 'the archive as it was downloaded')
    .option('--offline', 'ask nobody: marks and signatures only')
    .option('--sha256 <mark>', 'also: the whole archive has this mark')
    .option('--key <key>', 'the key to trust, from elsewhere')
    .option('--log <url>', 'ask this log instead of the one that the pack names')
    .action(verifyPack)
}
