/** What a name server said: nothing there is an empty list. `no-answer`: it did not say in time, or refused to. */
export type Answer<T> = readonly T[] | 'no-answer'

export interface Exchanger {
  exchange: string
  priority: number
}

/** The questions that the checks of a sender ask. */
export interface Dns {
  /** Each record as one text, whatever pieces it came in. */
  txt(name: string): Promise<Answer<string>>
  a(name: string): Promise<Answer<string>>
  aaaa(name: string): Promise<Answer<string>>
  mx(name: string): Promise<Answer<Exchanger>>
  /** Names of an address. */
  ptr(ip: string): Promise<Answer<string>>
}
