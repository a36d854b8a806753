/** What happened at this instant or earlier is a life ago. */
export const lifeAgo = (now: Date, life: number): Date => new Date(now.getTime() - life)

/** When what begins now ends. */
export const endOfLife = (now: Date, life: number): Date => new Date(now.getTime() + life)
