import { singleton } from '#app/infra/singleton.ts'

/** Bytes of a body that nobody counts: a signature, a link that is pressed, a code. The hot path never comes here. */
export const smallBody = 16 * 1024
/** Of all, what one network may have under way: whoever sends slowly from one place keeps nobody else out. */
const partOfNetwork = 1 / 4

/** What one body takes. Given back by whoever began, however it ends. */
export interface Hold {
  /** Takes up to so many bytes in all. `false`: there is no room, and what was taken is given back. */
  upTo: (bytes: number) => boolean
  release: () => void
}

/**
 * How many bytes of large bodies are in memory at once, in all and of one network. A limit per network is asked about forms, and
 * a form is known once it was read: without this, who sends slowly over many connections would fill the memory first.
 */
export class Intake {
  readonly #most: number
  #held = 0
  readonly #ofNetworks = new Map<string, number>()

  constructor(most: number) {
    this.#most = most
  }

  /** Bytes in memory now. */
  get held(): number {
    return this.#held
  }

  #mayTake(network: string, more: number): boolean {
    return (this.#ofNetworks.get(network) ?? 0) + more <= this.#most * partOfNetwork
  }

  /** @param networkOf asked only for a body that is not small; `null` when there is no network to tell apart */
  open(networkOf: () => string | null): Hold {
    let network: string | null = null
    let mine = 0
    const change = (bytes: number) => {
      mine += bytes
      this.#held += bytes
      if (network === null) return
      const theirs = (this.#ofNetworks.get(network) ?? 0) + bytes
      if (theirs > 0) this.#ofNetworks.set(network, theirs)
      else this.#ofNetworks.delete(network)
    }
    return {
      upTo: (bytes) => {
        if (mine === 0) network = networkOf()
        const more = bytes - mine
        const hasRoom = this.#held + more <= this.#most && (network === null || this.#mayTake(network, more))
        change(hasRoom ? more : -mine)
        return hasRoom
      },
      release: () => {
        if (mine > 0) change(-mine)
      },
    }
  }
}

const megabyte = 2 ** 20

/** Eight logos, or a hundred and eighty long testimonies, that arrive in the same moment. */
export const publicIntake = (): Intake => singleton('intake-public', () => new Intake(32 * megabyte))
/** Four deposits with their ten megabytes of pictures, each from another network. A place of their own: they keep nobody else out. */
export const filesIntake = (): Intake => singleton('intake-files', () => new Intake(44 * megabyte))
/** Four pictures for letters, each from another network: who sends them slowly keeps nobody else of the team out. */
export const picturesIntake = (): Intake => singleton('intake-pictures', () => new Intake(36 * megabyte))
/** A place of its own: a crowd at the door does not keep the team out. */
export const teamIntake = (): Intake => singleton('intake-team', () => new Intake(16 * megabyte))
