import type { Mark } from '../map-classes.ts'

interface Looks {
  fill: string
  fillOpacity?: number
  stroke?: string
  strokeWidth?: number
  strokeDasharray?: string
  /** Of the code on the tile. */
  words: string
}

const voice = 'var(--voice)'
const ink = 'var(--ink)'

/**
 * One hue from pale to strong, on paper and in the dark alike: lightness tells it. Attributes and no stylesheet: the page of numbers is
 * the only one that has a map. Opacity is laid over the paper.
 */
const shades: readonly Looks[] = [
  { fill: voice, fillOpacity: 0.22, words: ink },
  { fill: voice, fillOpacity: 0.4, words: ink },
  { fill: voice, fillOpacity: 0.58, words: ink },
  { fill: voice, words: 'var(--voice-ink)' },
  { fill: 'color-mix(in oklab, var(--voice) 45%, var(--ink))', words: 'var(--paper)' },
]

const none: Looks = { fill: 'none', stroke: 'var(--rule)', strokeWidth: 0.5, words: 'var(--ink-2)' }
const small: Looks = { fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 0.5, strokeDasharray: '1.4 1', words: ink }

/** How a tile is drawn. A number under ten has no shade. */
export function looks(mark: Mark): Looks {
  if (mark === 'small') return small
  return (mark === 'none' ? undefined : shades[mark]) ?? none
}
