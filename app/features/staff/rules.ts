const minute = 60_000
const hour = 60 * minute

/**
 * How long a session lives, in milliseconds: unused, at most; how often its use is noted; and how long after its beginning it is
 * still known that it was one.
 */
export const sessionLimits = { idle: 30 * minute, absolute: 12 * hour, noted: minute, remembered: 24 * hour } as const

/** How long a one-time link waits to be opened. */
export const linkLife = 24 * hour

/** 256 bits in base64url: what our secrets look like. Anything else need not be looked up. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)
