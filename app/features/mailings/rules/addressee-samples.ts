/** People who do not exist, told of in a letter to the addressee. Pure. */

/** Gathered, and one alone who agreed to be named or did not. */
export const addresseeSamples = ['digest', 'named', 'unnamed'] as const
export type AddresseeSample = (typeof addresseeSamples)[number]

export const sampleNamed = (name: string | undefined): AddresseeSample | null =>
  addresseeSamples.find((one) => one === name) ?? null

const people = { digest: 12, named: 1, unnamed: 1 } as const satisfies Record<AddresseeSample, number>
const agreed = {
  digest: ['Camille Exemple', 'Sacha Exemple', 'Noa Exemple'],
  named: ['Camille Exemple'],
  unnamed: [],
} as const satisfies Record<AddresseeSample, readonly string[]>

/** Whom a letter tells of in a preview. @param names whether those who agreed are named at all */
export const sampleTold = (sample: AddresseeSample, names: boolean): { people: number; names: readonly string[] } => ({
  people: people[sample],
  names: names ? agreed[sample] : [],
})
