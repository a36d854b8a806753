/** What the server asks to be found: the counter whose derived key begins so (ALTCHA, version 2). */
interface Challenge {
  parameters: { nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string }
}

const isChallenge = (value: unknown): value is Challenge =>
  typeof value === 'object' && value !== null && 'parameters' in value && 'signature' in value

const atOnce = 2
/** More than is ever asked: a device that gets here gives up, and the form goes without. */
const mostTries = 100_000

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Solves a challenge beside the page: browsers derive keys in a thread of their own, so that writing stays smooth. */
export async function solve(challenge: Challenge): Promise<string | null> {
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
  const [start, salted] = [bytesOf(nonce), bytesOf(salt)]
  const derive = async (counter: number) => {
    const password = new Uint8Array(start.length + 4)
    password.set(start)
    new DataView(password.buffer).setUint32(start.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salted, iterations: cost }
    return hexOf(new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8)))
  }
  for (let from = 0; from < mostTries; from += atOnce) {
    const keys = await Promise.all(Array.from({ length: atOnce }, (_, lane) => derive(from + lane)))
    const lane = keys.findIndex((key) => key.startsWith(keyPrefix))
    if (lane !== -1)
      return btoa(JSON.stringify({ challenge, solution: { counter: from + lane, derivedKey: keys[lane] } }))
  }
  return null
}

async function work(url: string): Promise<string | null> {
  const answer = await fetch(url)
  const challenge: unknown = answer.status === 200 ? await answer.json() : null
  return isChallenge(challenge) ? solve(challenge) : null
}

/** Milliseconds. A solution is good for ten minutes; who writes longer than this gets a fresh one. */
const goodFor = 8 * 60_000
/** Milliseconds that a form waits for its solution at most. */
const longestWait = 20_000

/**
 * While a campaign is under attack its form brings a proof of work. It begins when the person begins to write and is ready
 * long before they end; a form that is sent earlier waits for it, and goes without when it takes too long.
 */
export function proveWork(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-challenge]')
  const field = form?.querySelector<HTMLInputElement>('input[name="altcha"]')
  const said = form?.querySelector<HTMLElement>('[data-working]')
  const url = form?.dataset['challenge']
  if (!form || !field || !url || !('subtle' in crypto)) return
  let begun: Promise<void> | null = null
  let begunAt = 0
  let done = false

  const begin = () => {
    if (begun && Date.now() - begunAt < goodFor) return begun
    begunAt = Date.now()
    done = false
    field.value = ''
    begun = work(url)
      .then((solution) => void (field.value = solution ?? ''))
      .catch(() => {}) // no network, no proof: the form is taken all the same
      .finally(() => (done = true))
    return begun
  }
  const inTime = () => Promise.race([begin(), new Promise((resolve) => setTimeout(resolve, longestWait))])

  form.addEventListener('input', () => void begin())
  form.addEventListener('submit', (event) => {
    const ready = inTime()
    if (done) return
    event.preventDefault()
    if (said) said.textContent = said.dataset['working'] ?? ''
    const { submitter } = event
    void ready.then(() => {
      done = true
      if (said) said.textContent = ''
      form.requestSubmit(submitter)
    })
  })
  // Back from the next page: what was sent is used up.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    begun = null
    done = false
    field.value = ''
  })
}
