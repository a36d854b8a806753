const secondsBetweenLooks = 20

const countOf = (answer: unknown): number | null =>
  typeof answer === 'object' && answer !== null && 'confirmed' in answer && typeof answer.confirmed === 'number'
    ? answer.confirmed
    : null

/** Keeps the number true while the page is looked at, and says so once, politely, when it grew. */
export function followCount(): void {
  const live = document.querySelector<HTMLElement>('[data-count-url]')
  const number = document.querySelector<HTMLDataElement>('[data-testid="signature-count"]')
  const url = live?.dataset['countUrl']
  if (!live || !number || !url) return
  const shown = new Intl.NumberFormat(document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB')

  async function look() {
    if (document.visibilityState !== 'visible' || !live || !number || !url) return
    const response = await fetch(url).catch(() => null)
    const confirmed = response?.ok ? countOf(await response.json()) : null
    if (confirmed === null || String(confirmed) === number.dataset['value']) return
    const words = shown.format(confirmed)
    number.value = String(confirmed)
    number.dataset['value'] = String(confirmed)
    number.textContent = words
    for (const copy of document.querySelectorAll('[data-count-copy]')) copy.textContent = words
    live.textContent = (live.dataset['countLive'] ?? '').replace('{number}', words)
  }
  setInterval(() => void look(), secondsBetweenLooks * 1000)
  document.addEventListener('visibilitychange', () => void look())
}
