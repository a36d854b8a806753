import MailChecker from 'mailchecker'
import { Chance } from './chance.ts'
import type { Country, Signer } from './honest.ts'
import { scriptedName, type Script } from './names.ts'

const minute = 60_000

export interface Wave {
  signers: Signer[]
  from: number
  /** How this attacker works, in words. */
  says: string
}

interface WaveSize {
  fakes: number
  networks: number
  domains: number
}

/**
 * A wave as a script sends it: some of its networks are also other people's, its domains are thrown away or registered for it, and
 * how it spreads them, names its people and waits between two differs from seed to seed.
 */
export function wave({ fakes, networks, domains }: WaveSize, seed: number, country: Country): Wave {
  const chance = new Chance(seed ^ 0x9e3779b9)
  const own = Array.from({ length: networks }, (_, at) => `bot-${seed}-${at}`)
  // Three hide where people are: two in a mobile operator's range, one behind a VPN.
  const hidden = [
    country.mobile[chance.whole(20, 300)],
    country.mobile[chance.whole(20, 300)],
    chance.of(country.exits),
  ]
  const from = hidden.filter((network) => network !== undefined)
  const used = [...from, ...own].slice(0, networks)
  const shareThrownAway = chance.within(0.2, 0.8)
  const list = chance.shuffle([...MailChecker.blacklist()])
  const all = Array.from({ length: domains }, (_, at) =>
    chance.happens(shareThrownAway) ? (list[at] ?? '') : `fresh-${seed}-${at}.example`,
  )
  const spread = chance.of(['partition', 'everywhere', 'subsets'] as const)
  const domainsOf = used.map((_, at) => {
    if (spread === 'partition') return all.filter((_domain, place) => place % used.length === at)
    return spread === 'everywhere' ? all : chance.shuffle(all).slice(0, chance.whole(30, 120))
  })
  const script: Script = chance.of(['short-lists', 'like-people', 'digits', 'letters'])
  const rhythm = chance.of(['clock', 'chance', 'bursts'] as const)
  const start = chance.within(8, 28) * minute
  const during = chance.within(12, 30) * minute
  // Some hide among addresses of big providers, whose mail they cannot read.
  const decoys = chance.of([0, 0, 0.2, 0.4])
  const signers: Signer[] = []
  for (const [at, network] of used.entries()) {
    const count = Math.floor(fakes / used.length) + (at < fakes % used.length ? 1 : 0)
    const mean = during / count
    let time = start + chance.next() * mean
    for (let n = 0; n < count; n += 1) {
      const confirmsAfter = chance.happens(0.97) ? chance.within(5, 40) * 1000 : null
      const domain = chance.of(domainsOf[at] ?? all)
      signers.push({ at: time, network, domain, name: scriptedName(chance, script), fake: true, confirmsAfter })
      if (chance.happens(decoys / (1 - decoys))) {
        const name = scriptedName(chance, script)
        signers.push({ at: time, network, domain: 'gmail.com', name, fake: false, decoy: true, confirmsAfter: null })
      }
      if (rhythm === 'clock') time += mean * chance.within(0.9, 1.1)
      else if (rhythm === 'chance') time += chance.wait(mean)
      else time += n % 25 === 24 ? mean * 24 : mean / 24
    }
  }
  const says = `${used.length} networks (${from.length} also used by people), ${domains} domains (${Math.round(shareThrownAway * 100)} % disposable), ${spread}, names ${script}, rhythm ${rhythm}, ${decoys * 100} % decoys, ${Math.round(during / minute)} min from minute ${Math.round(start / minute)}`
  return { signers, from: start, says }
}
