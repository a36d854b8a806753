import type { Person } from './population.ts'

export interface GroupReading {
  size: number
  flagged: number
  /** Of those of whom nothing would be found. */
  innocent: number
  wrong: number
}

/** One rule on its own, "flag whoever this is true of", group by group. */
export function readRule(people: readonly Person[], place: number): Record<Person['group'], GroupReading> {
  const of = (group: Person['group']): GroupReading => {
    const members = people.filter((person) => person.group === group)
    const innocent = members.filter(({ isFound }) => !isFound)
    const count = (some: readonly Person[]) => some.filter(({ facts }) => facts[place]).length
    return { size: members.length, flagged: count(members), innocent: innocent.length, wrong: count(innocent) }
  }
  return { first: of('first'), second: of('second') }
}
