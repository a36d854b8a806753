import { politely } from './politely.ts'

const secondsBetweenLooks = 20
const secondsBetweenWords = 60

const countOf = (answer: unknown): number | null =>
  typeof answer === 'object' && answer !== null && 'confirmed' in answer && typeof answer.confirmed === 'number'
    ? answer.confirmed
    : null

const ask = async (url: string): Promise<number | null> => {
  const response = await fetch(url).catch(() => null)
  return response?.ok ? countOf(await response.json().catch(() => null)) : null
}

/** Keeps the number true while the page is looked at, and says so politely: once a minute at most, and only the latest. */
export function followCount(): void {
  const live = document.querySelector<HTMLElement>('[data-count-url]')
  const number = document.querySelector<HTMLDataElement>('[data-testid="signature-count"]')
  const url = live?.dataset['countUrl']
  if (!live || !number || !url) return
  const shown = new Intl.NumberFormat(document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB')
  const mayBeSaid = politely(secondsBetweenWords * 1000)
  let waiting: string | null = null

  async function look() {
    if (document.visibilityState !== 'visible' || !live || !number || !url) return
    const confirmed = await ask(url)
    if (confirmed !== null && String(confirmed) !== number.dataset['value']) {
      const words = shown.format(confirmed)
      number.value = String(confirmed)
      number.dataset['value'] = String(confirmed)
      number.textContent = words
      for (const copy of document.querySelectorAll('[data-count-copy]')) copy.textContent = words
      waiting = words
    }
    if (waiting === null || !mayBeSaid(performance.now())) return
    live.textContent = (live.dataset['countLive'] ?? '').replace('{number}', waiting)
    waiting = null
  }
  setInterval(() => void look(), secondsBetweenLooks * 1000)
  document.addEventListener('visibilitychange', () => void look())
}
