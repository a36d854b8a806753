/** Buttons that copy what a selector names. They are hidden without this script, because they would do nothing. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const source = document.querySelector<HTMLElement>(button.dataset['copy'] ?? '')
    if (!source || !('clipboard' in navigator)) continue
    button.hidden = false
    button.addEventListener('click', () => {
      const text = source instanceof HTMLInputElement ? source.value : source.textContent
      void navigator.clipboard.writeText(text.trim()).then(() => button.classList.add('copied'))
    })
  }
}
