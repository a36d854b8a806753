/** Below this many, a place could point at people. The same as for signatures on line. */
const smallestShown = 10

/** The département of a batch as anyone may read it. */
export const publicDepartment = (valid: number, department: string | null): string | null =>
  valid < smallestShown ? null : department

/** What counts: verified by a second person, and not replaced. Never added to the number of confirmed signatures. */
export const totalOnPaper = (batches: readonly { counted: boolean; valid: number }[]): number =>
  batches.reduce((total, { counted, valid }) => (counted ? total + valid : total), 0)

/** Nobody verifies what they entered. */
export const mayVerify = (actorId: string, enteredById: string): boolean => actorId !== enteredById
