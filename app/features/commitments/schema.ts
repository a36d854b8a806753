/** Whether a promise is kept, as far as documents show. `unknown` is where it begins: nothing lets anybody say so. */
export const commitmentStates = ['unknown', 'kept', 'partly', 'broken', 'withdrawn'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** How well its words are known: read in the text itself, told by others, or by its title alone. */
export const wordings = ['read', 'reported', 'title'] as const
export type Wording = (typeof wordings)[number]

export const isCommitmentState = (text: string): text is CommitmentState =>
  commitmentStates.some((state) => state === text)
