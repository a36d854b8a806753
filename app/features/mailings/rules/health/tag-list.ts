/** `tag=value; tag=value`, as DKIM and DMARC write it (RFC 6376 §3.2). `null` when it is none, or says a tag twice. */
export function readTags(record: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    if (part.trim() === '') continue
    const [, name, value] = /^\s*([a-z]\w*)\s*=([^;]*)$/i.exec(part) ?? []
    if (name === undefined || value === undefined || tags.has(name)) return null
    tags.set(name, value.trim())
  }
  return tags
}
