import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { eachLine } from './cli-lines.ts'
import { classifyBounce } from './features/mailings/rules/bounces/classify.ts'
import { sha256 } from './features/proof/hash.server.ts'
import { holds } from './features/proof/rules/vector.ts'
import { canonicalAddress } from './features/signatures/rules/canonical-address.ts'
import { findIdentifiers } from './features/testimonies/guard/find-identifiers.ts'
import { readAddress } from './infra/mail/address.ts'

/** Bytes of a message that came back. */
export const longestMessage = 4 * 1024 * 1024

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** What is piped in, up to so many bytes; the rest is read and forgotten, so that whoever writes is not cut off. */
export async function pipedIn(most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin) {
    if (length < most) parts.push(Buffer.from(part))
    length += part.length
  }
  return Buffer.concat(parts)
}

/** What one message means, as a line of JSON. */
export async function sayBounce(): Promise<void> {
  const { kind, recipients, status } = await classifyBounce(await pipedIn(longestMessage))
  say(JSON.stringify({ kind, recipients, status }))
}

/** One word a file, in their order. A file that cannot be opened is no proof either, and the command has failed. */
export async function judge(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const json = await readFile(file, 'utf8').catch(() => {
      process.stderr.write(`${file} cannot be read.\n`)
      process.exitCode = 1
      return ''
    })
    say(holds(json, sha256) ? 'accept' : 'refuse')
  }
}

function guard(line: string): object {
  const text = jsonString(line)
  if (text === null) return { error: 'not a JSON string' }
  return findIdentifiers(text).map(({ type, severity, start, end }) => ({ type, severity, start, end }))
}

function jsonString(line: string): string | null {
  try {
    const read: unknown = JSON.parse(line)
    return typeof read === 'string' ? read : null
  } catch {
    return null
  }
}

/** A line as it stands, or as a JSON string when it is one. */
function textOf(line: string): string {
  if (!line.trimStart().startsWith('"')) return line
  try {
    return String(JSON.parse(line))
  } catch {
    return line
  }
}

function canonical(line: string): { canonical: string } | { error: string } {
  const read = readAddress(textOf(line))
  return read ? { canonical: canonicalAddress(read) } : { error: 'not one e-mail address' }
}

/** Rules that can be asked without a server or a database. */
export function addRules(program: Command): void {
  program
    .command('canonical')
    .description(
      'the form of addresses under which one person signs once: one address a line in, one line of JSON each out',
    )
    .action(() => eachLine(canonical))

  program
    .command('guard')
    .description('what in texts may point to a person: one JSON string a line in, one line of JSON each out')
    .action(() => eachLine(guard))
}

/** What is called without an option that has to be explained. */
const known: Readonly<Record<string, () => Promise<void>>> = {
  canonical: () => eachLine(canonical),
  guard: () => eachLine(guard),
  'bounce --dry-run': sayBounce,
}

/**
 * Answers at once what needs neither server nor database: to load all that does takes longer than the rule itself.
 * @returns whether it was such a question
 */
export async function answerByRule(called: readonly string[]): Promise<boolean> {
  const [first, second, ...files] = called
  const answer = known[called.join(' ')]
  if (answer) await answer()
  else if (first === 'deadline') {
    // Loaded when it is asked for: the other rules answer without it.
    const { answerDeadline } = await import('./cli-deadline.ts')
    await answerDeadline(called.slice(1))
  } else if (
    first === 'log' &&
    second === 'check-vector' &&
    files.length > 0 &&
    !files.some((file) => file.startsWith('-'))
  )
    await judge(files)
  else return false
  return true
}
