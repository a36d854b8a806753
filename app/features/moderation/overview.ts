/** Weeks that the figures look back. */
export const overviewWeeks = 12
/** This week, one, two, three, four and more. */
export const ageBands = 5

export interface WeekFigures {
  /** Its Monday, `YYYY-MM-DD`. */
  week: string
  received: number
  decided: number
}

export interface Overview {
  /** By whole weeks of waiting; the last holds all above. */
  ages: number[]
  volume: WeekFigures[]
  states: { state: string; n: number }[]
  medianDays: number | null
  /** Nine in ten were decided in this many days or fewer. */
  mostDays: number | null
  own: { kind: string; n: number }[]
}
