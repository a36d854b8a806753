/**
 * The address under which an answer is kept, or `null` when an address is one person's or the team's. Only the parameters that
 * change the answer are part of it, in one order; everything else a visitor writes after the question mark is ignored.
 */
export function publicAddress(url: string): string | null {
  const question = url.indexOf('?')
  const path = question === -1 ? url : url.slice(0, question)
  const kept = question === -1 ? '' : knownParameters(path, url.slice(question + 1))
  if (
    /^\/(fr|en)(\/(?!confirm\/|unsubscribe\/|me\/|inbox)[a-z0-9-]+(\/(?!sign$|testify$|code$)[a-z0-9-]+){0,2})?\/?$/.test(
      path,
    )
  )
    return path + kept
  return /^\/api\/v1\/campaigns(\/[a-z0-9-]+){0,2}$/.test(path) ? path + kept : null
}

const meaningful: [RegExp, readonly string[]][] = [
  [/\/confirmed$/, ['again']],
  [/\/counts$/, ['by', 'format']],
  [/\/(testimonies|updates)$/, ['page']],
]

function knownParameters(path: string, query: string): string {
  const names = meaningful.find(([pattern]) => pattern.test(path))?.[1]
  if (!names) return ''
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of names) for (const value of given.getAll(name).slice(0, 2)) kept.append(name, value.slice(0, 40))
  const text = kept.toString()
  return text ? `?${text}` : ''
}
