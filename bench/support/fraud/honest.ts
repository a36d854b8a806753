import MailChecker from 'mailchecker'
import { Chance } from './chance.ts'
import { personName } from './names.ts'

export interface Signer {
  at: number
  network: string
  domain: string
  name: string
  fake: boolean
  /** Sent by the attacker to look like people; its mail reaches nobody, so that it never counts. Neither caught nor wronged. */
  decoy?: boolean
  /** After how long it is confirmed; `null`: never. */
  confirmsAfter: number | null
}

const minute = 60_000
const hour = 60 * minute

/** Shares of mailboxes in France, roughly: two providers out of three people, then a long tail. */
const providers: [string, number][] = [
  ['gmail.com', 36],
  ['orange.fr', 9],
  ['wanadoo.fr', 5],
  ['hotmail.fr', 8],
  ['hotmail.com', 6],
  ['free.fr', 7],
  ['yahoo.fr', 6],
  ['laposte.net', 4],
  ['outlook.fr', 3],
  ['outlook.com', 2],
  ['sfr.fr', 4],
  ['live.fr', 3],
  ['icloud.com', 3],
  ['proton.me', 2],
  ['bbox.fr', 1],
  ['neuf.fr', 1],
]
const weighted = providers.flatMap(([domain, share]) => Array.from({ length: share }, () => domain))
const aliases = ['duck.com', 'mozmail.com', 'privaterelay.appleid.com', 'simplelogin.com', 'passmail.net']

const named = (count: number, name: (at: number) => string) => Array.from({ length: count }, (_, at) => name(at))

/** Places and people that make a country's hour of signing uneven. */
export class Country {
  readonly #chance: Chance
  /** Providers of a region or of a conviction: signed from anywhere. */
  readonly #small = named(3000, (at) => `region-${at}.example`)
  readonly #employers = named(12_000, (at) => `employer-${at}.example`)
  readonly mobile = named(600, (at) => `mobile-${at}`)
  readonly exits = named(60, (at) => `vpn-${at}`)
  readonly #thrownAway: string[]
  #own = 0

  constructor(chance: Chance) {
    this.#chance = chance
    this.#thrownAway = chance.shuffle([...MailChecker.blacklist()]).slice(0, 400)
  }

  /** A network at home: half have one of their own (IPv6), the others share a /24 with the street. */
  #home(): string {
    return this.#chance.happens(0.5)
      ? `home6-${this.#chance.whole(0, 9_999_999)}`
      : `home4-${this.#chance.whole(0, 60_000)}`
  }

  /** A domain that one household has. */
  ownDomain(): string {
    this.#own += 1
    return `family-${this.#own}.example`
  }

  privateDomain(): string {
    const chance = this.#chance
    const kind = chance.next()
    if (kind < 0.78) return chance.of(weighted)
    if (kind < 0.86) return chance.zipf(this.#small)
    if (kind < 0.915) return this.ownDomain()
    if (kind < 0.978) return chance.zipf(this.#employers, 0.9)
    if (kind < 0.985) return chance.of(aliases)
    if (kind < 0.993) return chance.zipf(this.#thrownAway)
    return `${chance.of(['etu', 'mail', 'ml'])}.abroad-${chance.whole(0, 4000)}.example`
  }

  #confirms(): number | null {
    return this.#chance.happens(0.85) ? this.#chance.lognormal(2 * minute, 1) : null
  }

  signer(at: number, network: string, domain: string): Signer {
    return { at, network, domain, name: personName(this.#chance), fake: false, confirmsAfter: this.#confirms() }
  }

  /** One person somewhere, at home or on the way. */
  anyone(at: number): Signer {
    const chance = this.#chance
    const where = chance.next()
    if (where < 0.6) return this.signer(at, this.#home(), this.privateDomain())
    if (where < 0.985) return this.signer(at, chance.zipf(this.mobile, 0.7), this.privateDomain())
    const careful = chance.next()
    const domain =
      careful < 0.1 ? chance.zipf(this.#thrownAway) : careful < 0.3 ? this.ownDomain() : this.privateDomain()
    return this.signer(at, chance.of(this.exits), domain)
  }

  /** People who sign together: within a while, from one network or two, so many of them at its own domain. */
  together(given: { networks: string[]; people: number; domains: string[]; share: number; during: number }): Signer[] {
    const chance = this.#chance
    const start = chance.within(0, hour - given.during)
    return Array.from({ length: given.people }, () => {
      const at = start + given.during * (chance.next() + chance.next()) * 0.5
      const domain = chance.happens(given.share) ? chance.zipf(given.domains, 0.8) : this.privateDomain()
      return this.signer(at, chance.of(given.networks), domain)
    })
  }

  #state(people: number): Signer[] {
    return this.together({
      networks: ['state-1', 'state-2'],
      people: people,
      domains: named(15, (at) => `ministry-${at}.state.example`),
      share: 0.6,
      during: 55 * minute,
    })
  }

  /** Schools, firms, ministries, proxies of many firms, towns, gatherings: everything that could be taken for a wave. */
  groups(scale: number): Signer[] {
    const chance = this.#chance
    const some = (count: number) => Math.ceil(count * scale)
    const many = <T>(count: number, make: (at: number) => T[]): T[] =>
      Array.from({ length: count }, (_, at) => make(at)).flat()
    const during = () => chance.within(10, 50) * minute
    return [
      ...many(some(2000), (at) =>
        this.together({
          networks: [`firm-${at}`],
          people: Math.min(1200, Math.ceil(chance.lognormal(9, 1.2))),
          domains: [`firm-${at}.example`],
          share: chance.within(0.1, 0.9),
          during: during(),
        }),
      ),
      ...many(some(40), (at) =>
        this.together({
          networks: [`campus-${at}`, `campus-wifi-${at}`],
          people: chance.whole(80, 800),
          domains: [`etu.univ-${at}.example`, `univ-${at}.example`, 'cnrs.example', 'inrae.example'],
          share: chance.within(0.6, 0.95),
          during: chance.within(8, 30) * minute,
        }),
      ),
      ...many(some(4), (at) =>
        this.together({
          networks: [`proxy-${at}`],
          people: chance.whole(800, 2500),
          domains: named(chance.whole(40, 150), (firm) => `tenant-${at}-${firm}.example`),
          share: chance.within(0.2, 0.4),
          during: 55 * minute,
        }),
      ),
      ...this.#state(some(2500)),
      ...many(some(30), (at) =>
        this.together({
          networks: [`town-${at}`],
          people: chance.whole(60, 400),
          domains: [`town-${at}.example`, `cable-${at}.example`],
          share: chance.within(0.2, 0.5),
          during: during(),
        }),
      ),
      ...many(some(6), (at) =>
        this.together({
          networks: [`gathering-${at}`],
          people: chance.whole(80, 300),
          domains: named(120, () => this.ownDomain()),
          share: chance.within(0.3, 0.5),
          during: chance.within(5, 20) * minute,
        }),
      ),
    ]
  }
}

/** So many people in an hour, with a peak when the news tells of it. */
export function honestHour(count: number, seed: number): { signers: Signer[]; country: Country } {
  const chance = new Chance(seed)
  const country = new Country(chance)
  const groups = country.groups(count / 500_000)
  const peak = chance.within(10, 50) * minute
  const moment = (): number => {
    if (chance.happens(0.65)) return chance.next() * hour
    const at = peak + chance.normal() * 4 * minute
    return at >= 0 && at < hour ? at : chance.next() * hour
  }
  const signers = [...groups]
  while (signers.length < count) signers.push(country.anyone(moment()))
  return { signers, country }
}
