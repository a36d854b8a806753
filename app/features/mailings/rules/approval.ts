/** Whether so many receivers take a second person. @param above the largest number that one person sends to alone */
export const needsApproval = (total: number, above: number): boolean => total > above

/** Who had a part in a draft. `null`: nobody, or whoever holds the command line. */
export interface Hands {
  createdById: string | null
  changedById: string | null
  askedById: string | null
}

/** Whether a draft is somebody's own, so that their yes would be no second one: they began it, changed it last, or asked. */
export const isOwn = (personId: string, { createdById, changedById, askedById }: Hands): boolean =>
  [createdById, changedById, askedById].includes(personId)
