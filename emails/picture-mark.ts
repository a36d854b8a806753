/** `media:` and the number of a picture, as it stands in the brackets of `![what it shows](media:…)`. */
const address = /^media:([\da-f]{24})$/

/** The number of the picture that an image of a text asks for; `null`: it is none of ours. */
export const pictureId = (href: string): string | null => address.exec(href)?.[1] ?? null

/** Every number that a text may ask for, each once. */
export const pictureIdsIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\bmedia:([\da-f]{24})(?![\da-f])/g)].map((match) => match[1] ?? '')),
]

/** As it is typed into a text. */
export const pictureMark = (id: string, words: string): string => `![${words.replace(/[[\]\\]/g, '\\$&')}](media:${id})`
