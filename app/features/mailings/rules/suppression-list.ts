import { readAddress } from '#app/infra/mail/address.ts'

/** One line of a list: an address in clear, or the keyed hash under which we keep one, with its reason. */
export type Listed = { address: string } | { hash: string; reason: KeptReason }

export const keptReasons = ['not-me', 'complained', 'bounced', 'imported'] as const
export type KeptReason = (typeof keptReasons)[number]

export interface ReadList {
  listed: Listed[]
  /** Numbers of lines that are neither, from 1; the first hundred. */
  wrong: number[]
}

const mostWrong = 100
const head = /^\W{0,3}(?:mailbox|e-?mail|address|adresse|courriel)\b[^@]*$/i
const cellOf = (line: string) =>
  /^\s*"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t]/, 1)[0] ?? ''

function read(line: string): Listed | null {
  const cell = cellOf(line).trim()
  if (/^[\da-f]{64}$/i.test(cell)) {
    const said = line
      .split(/[,;\t]/)[1]
      ?.trim()
      .replaceAll('"', '')
    return { hash: cell.toLowerCase(), reason: keptReasons.find((reason) => reason === said) ?? 'imported' }
  }
  const address = readAddress(/<([^<>]+)>/.exec(cell)?.[1] ?? cell)
  return address === null ? null : { address }
}

/**
 * Reads a list of those who are to be left alone: lines, or the first column of a CSV with comma, semicolon or tab, with a
 * header or without. Empty lines are none.
 */
export function readSuppressionList(text: string): ReadList {
  const listed: Listed[] = []
  const wrong: number[] = []
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === '' || (at === 0 && head.test(line))) continue
    const one = read(line)
    if (one) listed.push(one)
    else if (wrong.length < mostWrong) wrong.push(at + 1)
  }
  return { listed, wrong }
}
