import { spawn } from 'node:child_process'
import { inherited } from '#app/infra/config.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'

export interface Ended {
  stdout: string
  stderr: string
  status: number | null
}

export interface CommandLine {
  /** Starts `portevoix` with these arguments and what is piped in, and waits for its end. */
  run(args: readonly string[], input?: string): Promise<Ended>
}

/** The command line as a process of its own, on the database of this test. @param settings variables beside those of the test */
export function aCommandLine(settings: Record<string, string>): CommandLine {
  const { connectionString = '' } = pool().options
  const env = { ...inherited('production'), DATABASE_URL: connectionString, ...settings }
  return {
    run: (args, input = '') =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, ['app/portevoix.mjs', ...args], { env })
        const said = { stdout: '', stderr: '' }
        child.stdout.setEncoding('utf8').on('data', (part: string) => void (said.stdout += part))
        child.stderr.setEncoding('utf8').on('data', (part: string) => void (said.stderr += part))
        child.once('error', reject)
        child.once('close', (status) => resolve({ ...said, status }))
        child.stdin.end(input)
      }),
  }
}
