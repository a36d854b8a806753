/** Of those who signed on a day, how many have confirmed. */
export interface AskedOn {
  day: string
  asked: number
  confirmed: number
}

export interface ShareConfirmed {
  /** First and last day on which they signed, both included. */
  from: string
  to: string
  asked: number
  confirmed: number
  /** The time to confirm is over for all of them. While it is not, more will. */
  settled: boolean
}

/** Of fewer people a share says nothing. */
const fewest = 10

function sumUp(days: readonly AskedOn[], settled: boolean): ShareConfirmed | null {
  const asked = days.reduce((sum, day) => sum + day.asked, 0)
  const confirmed = days.reduce((sum, day) => sum + day.confirmed, 0)
  const [from, to] = [days[0]?.day, days.at(-1)?.day]
  return asked < fewest || from === undefined || to === undefined ? null : { from, to, asked, confirmed, settled }
}

/**
 * Which share of those who signed has confirmed: of all whose time to do so is over; until there are enough of them, of those who
 * still have time. `null` while nobody can say. Days in order; those before `firstUnsettled` do not change any more.
 */
export function shareConfirmed(days: readonly AskedOn[], firstUnsettled: string): ShareConfirmed | null {
  const some = days.filter(({ asked }) => asked > 0)
  const isSettled = ({ day }: AskedOn) => day < firstUnsettled
  return (
    sumUp(some.filter(isSettled), true) ??
    sumUp(
      some.filter((day) => !isSettled(day)),
      false,
    )
  )
}
