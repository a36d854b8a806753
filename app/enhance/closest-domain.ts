/** Mailbox providers that people in France write to most, for spelling only. */
const known = [
  'gmail.com',
  'orange.fr',
  'hotmail.fr',
  'hotmail.com',
  'outlook.fr',
  'outlook.com',
  'free.fr',
  'sfr.fr',
  'laposte.net',
  'yahoo.fr',
  'yahoo.com',
  'wanadoo.fr',
  'live.fr',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'bbox.fr',
  'posteo.net',
  'riseup.net',
]

/** Edits between two words: insert, delete, replace, exchange of neighbours (Damerau 1964, restricted). */
function edits(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line[column] = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        exchanged ? (before[column - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = above
    above = line
  }
  return above[b.length] ?? 0
}

/** The known domain that was probably meant, or `null` when the one typed is known or unlike any. */
export function closestDomain(typed: string): string | null {
  const domain = typed.toLowerCase()
  if (domain.length < 4 || known.includes(domain)) return null
  const [best] = known
    .map((name) => ({ name, distance: edits(domain, name) }))
    .toSorted((a, b) => a.distance - b.distance)
  return best && best.distance <= (best.name.length > 6 ? 2 : 1) ? best.name : null
}
