/** Buttons that copy what a selector names. They are hidden without this script, because they would do nothing. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const source = document.querySelector<HTMLElement>(button.dataset['copy'] ?? '')
    if (!source || !('clipboard' in navigator)) continue
    button.hidden = false
    // Said by the button itself, which holds the focus: a change of its name is read.
    const { copied } = button.dataset
    button.addEventListener('click', () => {
      const isField = source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement
      const text = isField ? source.value : source.textContent
      void navigator.clipboard.writeText(text.trim()).then(() => {
        button.classList.add('copied')
        if (copied) button.textContent = copied
      })
    })
  }
}
