import { linesOf } from './infra/lines.ts'

/** Answers every line of what is piped in with one line; when any was refused, the command has failed. Asks no server. */
export async function eachLine(answer: (line: string) => object): Promise<void> {
  let isHeard = true
  process.stdout.on('error', (error) => {
    // "| head -1" has read what it wanted.
    if (!('code' in error) || error.code !== 'EPIPE') throw error
    isHeard = false
  })
  for await (const line of linesOf(process.stdin)) {
    if (!isHeard) return
    const answered = answer(line)
    if ('error' in answered) process.exitCode = 1
    process.stdout.write(`${JSON.stringify(answered)}\n`)
  }
}
