/**
 * Hours in which what one person sends to a campaign without a second one is counted together, so that an audience in slices is
 * still the whole. A week: whoever is in a hurry does not wait so long for a slice, and the next update, to the same people as the
 * last, adds nobody.
 */
export const togetherHours = 7 * 24

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

/** Who of the team may agree to a draft. Pure. */
export const whoMayAgree = <Member extends { id: string }>(team: readonly Member[], hands: Hands): Member[] =>
  team.filter(({ id }) => !isOwn(id, hands))

/**
 * Who could make a draft their own, so that somebody else may agree to it: whoever began it never agrees, and of the last hand and
 * of whoever asked only the latest counts.
 */
export const whoMayTakeOver = <Member extends { id: string }>(
  team: readonly Member[],
  { createdById }: Pick<Hands, 'createdById'>,
): Member[] => team.filter(({ id }) => whoMayAgree(team, { createdById, changedById: id, askedById: id }).length > 0)
