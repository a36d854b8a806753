import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { Line, type Answer } from './http-crowd.ts'
import { quantile } from './statistics.ts'

/** Visitors of one kind, who come at their own pace whether or not we keep up. */
export interface Arrivals {
  name: string
  perSecond: number
  request: () => string
  /** The answer of a request that was served. */
  status: number
}

/** So many seconds of the same. */
export interface Part {
  name: string
  seconds: number
  flows: readonly Arrivals[]
}

export interface FlowResult {
  name: string
  perSecond: number
  sent: number
  served: number
  /** 503 with a time to come back. */
  shed: number
  /** Every other answer, by status, and connections that broke. */
  others: Record<string, number>
  p50: number
  p99: number
  slowest: number
  /** The same from when a connection was free to send it: what the server alone is answerable for. */
  servedIn: { p50: number; p99: number }
}

export interface PhaseResult {
  name: string
  seconds: number
  flows: FlowResult[]
  /** Seconds, from the beginning, in which something was refused, failed, or took longer than a second. */
  troubled: number[]
}

/** As many as a proxy keeps open. Who finds none free is turned away in front, and that is told. */
const openAtMost = 1000
/** Milliseconds. Shorter than the server's patience, so that none is closed while a request goes out. */
const idleAtMost = 30_000
const tick = 2

interface Idle {
  line: Line
  since: number
}

/** Connections as they are needed. */
class Lines {
  readonly #port: number
  readonly #idle: Idle[] = []
  #open = 0

  constructor(port: number) {
    this.#port = port
  }

  /** One that is free; `null` when there is none. */
  take(): Line | null {
    while (this.#idle.length > 0) {
      const last = this.#idle.pop()
      if (last && performance.now() - last.since < idleAtMost) return last.line
      this.drop(last?.line)
    }
    if (this.#open >= openAtMost) return null
    this.#open += 1
    return new Line(connect(this.#port, '127.0.0.1'))
  }

  giveBack(line: Line): void {
    line.listen(
      () => {},
      () => this.#forget(line),
    )
    this.#idle.push({ line, since: performance.now() })
  }

  drop(line: Line | undefined): void {
    line?.hangUp()
    this.#open -= 1
  }

  close(): void {
    for (const { line } of this.#idle) line.hangUp()
  }

  #forget(line: Line): void {
    const at = this.#idle.findIndex((idle) => idle.line === line)
    if (at !== -1) this.#idle.splice(at, 1)
    this.drop(line)
  }
}

const millisecondsTooLong = 1000

/** What one kind of visitors met in one part of the run. */
class Flow {
  sent = 0
  readonly arrivals: Arrivals
  readonly #latencies: number[] = []
  readonly #sinceSent: number[] = []
  readonly #others = new Map<string, number>()
  #shed = 0

  constructor(arrivals: Arrivals) {
    this.arrivals = arrivals
  }

  served(latency: number, sinceSent: number): void {
    this.#latencies.push(latency)
    this.#sinceSent.push(sinceSent)
  }

  refused(): void {
    this.#shed += 1
  }

  other(what: string): void {
    this.#others.set(what, (this.#others.get(what) ?? 0) + 1)
  }

  result(): FlowResult {
    return {
      name: this.arrivals.name,
      perSecond: this.arrivals.perSecond,
      sent: this.sent,
      served: this.#latencies.length,
      shed: this.#shed,
      others: Object.fromEntries(this.#others),
      p50: quantile(this.#latencies, 0.5),
      p99: quantile(this.#latencies, 0.99),
      slowest: this.#latencies.reduce((most, one) => Math.max(most, one), 0),
      servedIn: { p50: quantile(this.#sinceSent, 0.5), p99: quantile(this.#sinceSent, 0.99) },
    }
  }
}

/** One part of a run, from its first visitor to the answer of its last. */
class Phase {
  readonly #part: Part
  readonly #lines: Lines
  readonly #flows: Flow[]
  readonly #troubled = new Set<number>()
  readonly #startedAt = performance.now()
  readonly #answers: Promise<void>[] = []

  constructor(part: Part, lines: Lines) {
    this.#part = part
    this.#lines = lines
    this.#flows = part.flows.map((arrivals) => new Flow(arrivals))
  }

  /** Sends at the rates of the part; resolves when its time is over, whatever is still unanswered. */
  send(): Promise<void> {
    const whole = this.#part.seconds * 1000
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const elapsed = Math.min(performance.now() - this.#startedAt, whole)
        for (const flow of this.#flows) this.#sendDue(flow, elapsed)
        if (elapsed < whole) return
        clearInterval(timer)
        resolve()
      }, tick)
    })
  }

  async result(): Promise<PhaseResult> {
    await Promise.all(this.#answers)
    const { name, seconds } = this.#part
    const troubled = [...this.#troubled].toSorted((one, other) => one - other)
    return { name, seconds, flows: this.#flows.map((flow) => flow.result()), troubled }
  }

  #sendDue(flow: Flow, elapsed: number): void {
    const { perSecond } = flow.arrivals
    for (const due = Math.floor((elapsed * perSecond) / 1000); flow.sent < due; flow.sent += 1)
      this.#answers.push(this.#ask(flow, this.#startedAt + (flow.sent * 1000) / perSecond))
  }

  #ask(flow: Flow, meantAt: number): Promise<void> {
    const trouble = () => void this.#troubled.add(Math.floor((meantAt - this.#startedAt) / 1000))
    const line = this.#lines.take()
    if (!line) {
      flow.other('no connection free')
      trouble()
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const sentAt = performance.now()
      const hear = ({ status }: Answer) => {
        const now = performance.now()
        if (status === flow.arrivals.status) flow.served(now - meantAt, now - sentAt)
        else if (status === 503) flow.refused()
        else flow.other(String(status))
        if (status !== flow.arrivals.status || now - meantAt > millisecondsTooLong) trouble()
        this.#lines.giveBack(line)
        resolve()
      }
      const fail = ({ message }: Error) => {
        flow.other(message)
        trouble()
        this.#lines.drop(line)
        resolve()
      }
      line.listen(hear, fail)
      line.ask(flow.arrivals.request())
    })
  }
}

/**
 * Open loop: requests leave at a constant rate and their time counts from when they should have left, so that a server that
 * stops is not spared the visitors who would have come meanwhile (coordinated omission). One part follows the other at once,
 * whatever is still unanswered.
 */
export async function openLoop(
  port: number,
  parts: readonly Part[],
  onPart: (part: Part, over: boolean) => void = () => {},
): Promise<PhaseResult[]> {
  const lines = new Lines(port)
  const results: Promise<PhaseResult>[] = []
  for (const part of parts) {
    const phase = new Phase(part, lines)
    onPart(part, false)
    await phase.send()
    onPart(part, true)
    results.push(phase.result())
  }
  const all = await Promise.all(results)
  lines.close()
  return all
}
