/** Buttons that print. They are hidden without this script, because they would do nothing. */
export function offerPrints(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
