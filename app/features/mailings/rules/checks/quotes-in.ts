/** The numbers of the testimonies that a text quotes, each once. */
export const quotesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/\{\{\s*quote\s*:\s*([\da-f-]{36})\s*\}\}/gi)].map((match) => match[1] ?? '')),
]
