/** The state in which the labour code was read in full. */
export const readOn = '2026-03-27'
/** That of the code of relations between the public and public bodies: its copy was older. */
export const crpaReadOn = '2026-02-05'
/** The last day on which public pages were looked at. */
export const seenOn = '2026-07-03'
