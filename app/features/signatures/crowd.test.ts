import { describe, expect, test } from 'vitest'
import { burstFrom, Crowd, type Facts } from './rules/crowd.ts'
import { isCommonProvider, organisationOf } from './rules/providers.ts'
import { Distinct, Heaviest, Often, Sliding } from './rules/sliding.ts'
import { heldFrom, isHeld, suspicionOf, weights } from './rules/suspicion.ts'
import { signalNames, signals } from './signals.ts'

const second = 1000
const minute = 60 * second
const start = Date.UTC(2026, 1, 1, 12)

const aCrowd = () =>
  new Crowd((domain) => ({ common: isCommonProvider(domain), disposable: domain.endsWith('.trash.example') }))
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

/** Plays arrivals, one after another, and gives what was said of the last ones. */
function play(crowd: Crowd, arrivals: { network: string; domain: string; at: number }[]): Facts[] {
  return arrivals.map((arrival) => crowd.arrive(arrival))
}

/** Uneven, as people are, and the same at each run. */
const waits = (count: number, mean: number) =>
  Array.from({ length: count }, (_, at) => -Math.log((((at + 1) * 0.618_033_988_7) % 1) + 0.001) * mean)
const times = (count: number, mean: number) => {
  let at = start
  return waits(count, mean).map((wait) => (at += wait))
}

describe('what the crowd looks like from far', () => {
  test('a school: many from one network at one domain are seen, and not called mixed', () => {
    const at = times(300, 5 * second)
    const crowd = aCrowd()
    const elsewhere = at.map((time, n) => ({ network: `home-${n}`, domain: 'gmail.com', at: time }))
    play(crowd, elsewhere)
    const facts = play(
      crowd,
      at.map((time, n) => ({ network: 'school', domain: n % 5 === 0 ? 'gmail.com' : 'lycee.example', at: time })),
    )
    expect(facts.some(({ mixed }) => mixed)).toBe(false)
    expect(facts.some(({ metronome }) => metronome)).toBe(false)
    expect(facts.findLast(({ common }) => !common)).toMatchObject({ domainBurst: true, networkBurst: true })
  })

  test('a mobile network: thousands of people, hundreds of domains of their own, and nothing but much', () => {
    const at = times(3000, second)
    const facts = play(
      aCrowd(),
      at.map((time, n) => ({
        network: 'mobile',
        domain: n % 4 === 0 ? `own-${n % 600}.example` : 'gmail.com',
        at: time,
      })),
    )
    expect(facts.some(({ mixed, domainBurst }) => mixed || domainBurst)).toBe(false)
  })

  test('a domain that people use at home is no burst, however much comes from it', () => {
    const at = times(2000, second)
    const facts = play(
      aCrowd(),
      at.map((time, n) => ({ network: `home-${n}`, domain: 'small-provider.example', at: time })),
    )
    expect(facts.some(({ domainBurst }) => domainBurst)).toBe(false)
  })

  test('a network full of domains that come from nowhere else is mixed, and only they are', () => {
    const crowd = aCrowd()
    const at = times(400, 2 * second)
    const facts = play(
      crowd,
      at.map((time, n) => ({ network: pick(['a', 'b'], n) ?? '', domain: `fresh-${n % 20}.example`, at: time })),
    )
    expect(facts.slice(-100).every(({ mixed }) => mixed)).toBe(true)
    const last = at.at(-1) ?? 0
    expect(crowd.arrive({ network: 'a', domain: 'gmail.com', at: last }).mixed).toBe(false)
    expect(crowd.arrive({ network: 'a', domain: 'own.example', at: last }).mixed).toBe(false)
    expect(crowd.suspects(last).networks.toSorted()).toEqual(['a', 'b'])
    expect(crowd.suspects(last).domains).toHaveLength(20)
  })

  test('a clock that ticks is heard, and people never sound like one', () => {
    const ticking = Array.from({ length: 80 }, (_, n) => ({
      network: 'clock',
      domain: 'gmail.com',
      at: start + n * 1500 + (n % 3) * 60,
    }))
    expect(play(aCrowd(), ticking).at(-1)?.metronome).toBe(true)
    const people = times(5000, 700).map((at) => ({ network: 'people', domain: 'gmail.com', at }))
    expect(play(aCrowd(), people).some(({ metronome }) => metronome)).toBe(false)
  })

  test('a site seen through one undeclared proxy learns nothing from networks', () => {
    const at = times(2000, second)
    const facts = play(
      aCrowd(),
      at.map((time) => ({ network: 'proxy', domain: 'gmail.com', at: time })),
    )
    expect(facts.slice(300).some(({ networkBurst }) => networkBurst)).toBe(false)
  })

  test('what was an hour ago is forgotten', () => {
    const crowd = aCrowd()
    const at = times(400, 2 * second)
    play(
      crowd,
      at.map((time, n) => ({ network: 'a', domain: `fresh-${n % 20}.example`, at: time })),
    )
    expect(crowd.suspects((at.at(-1) ?? 0) + 130 * minute)).toEqual({ networks: [], domains: [], heldDomains: [] })
  })

  test('memory is bounded: a million networks leave the newest', () => {
    const crowd = new Crowd(() => ({ common: false, disposable: false }), { networks: 100, domains: 100 })
    for (let n = 0; n < 10_000; n += 1) crowd.arrive({ network: `n${n}`, domain: `d${n}.example`, at: start + n })
    expect(crowd.largest(start + 10_000, 1000).networks).toHaveLength(100)
  })
})

describe('counting in bounded memory', () => {
  test('a window slides', () => {
    const count = new Sliding(10)
    for (let at = 100; at < 110; at += 1) count.add(at)
    expect(count.at(109)).toBe(10)
    expect(count.at(115)).toBeCloseTo(5, 5)
    expect(count.at(131)).toBe(0)
  })

  test('different keys are counted about right up to two hundred', () => {
    const keys = new Distinct(1000)
    for (let n = 0; n < 40; n += 1) for (let again = 0; again < 3; again += 1) keys.add(`key-${n}`, n)
    expect(keys.size).toBeGreaterThan(30)
    expect(keys.size).toBeLessThanOrEqual(40)
  })

  test('the heaviest of a long tail stay, and the counts sum to what was seen', () => {
    const few = new Heaviest(4)
    for (let n = 0; n < 100; n += 1) {
      few.add('often')
      few.add(`once-${n}`)
    }
    const counts = new Map(few.entries())
    expect(counts.get('often')).toBe(100)
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(200)
  })

  test('how often a name came is never underestimated', () => {
    const often = new Often(1000, 42)
    for (let n = 0; n < 5000; n += 1) often.add(`name ${n}`, 1)
    for (let n = 0; n < 49; n += 1) often.add('same name', 2)
    const { times: found, total } = often.add('same name', 3)
    expect(found).toBeGreaterThanOrEqual(50)
    expect(found).toBeLessThan(60)
    expect(total).toBe(5050)
  })
})

test('the baseline is the middle and its usual deviation: a few giants do not move it', () => {
  const quiet = Array.from({ length: 100 }, (_, n) => 20 + (n % 7))
  expect(burstFrom(quiet, 15)).toBe(burstFrom([...quiet.slice(0, 90), ...Array.from({ length: 10 }, () => 9000)], 15))
  expect(burstFrom([1, 1, 2], 15)).toBe(15)
})

test('a name below a registered one belongs to it', () => {
  expect(organisationOf('etu.univ.example')).toBe('univ.example')
  expect(organisationOf('a.b.c.example')).toBe('c.example')
  expect(organisationOf('mail.shop.co.uk')).toBe('shop.co.uk')
  expect(organisationOf('example.org')).toBe('example.org')
})

const bitsOf = (...names: (keyof typeof signals)[]) => names.reduce((bits, name) => bits | signals[name], 0)

test('no signal alone holds a signature back', () => {
  for (const name of signalNames) expect(isHeld(bitsOf(name))).toBe(false)
})

test('what honest people show together is not held; what a wave shows is', () => {
  expect(isHeld(bitsOf('domainBurst', 'networkBurst'))).toBe(false)
  expect(isHeld(bitsOf('disposable', 'networkBurst'))).toBe(false)
  expect(isHeld(bitsOf('networkBurst', 'nameRepeat'))).toBe(false)
  expect(isHeld(bitsOf('domainBurst', 'mixed'))).toBe(true)
  expect(isHeld(bitsOf('disposable', 'nameShape'))).toBe(true)
  expect(isHeld(bitsOf('disposable', 'domainBurst', 'networkBurst'))).toBe(true)
  expect(suspicionOf(bitsOf('mixed', 'trend'))).toBe(weights.mixed)
  expect(heldFrom).toBe(6)
})
