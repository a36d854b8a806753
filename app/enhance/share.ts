import { mastodonHost, mastodonShare } from '#app/features/campaigns/rules/share.ts'

/** The sheet of the device, with the applications that are on it. Its button is hidden where there is none. */
export function offerNativeShare(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share-url]')) {
    const shared = { url: button.dataset['shareUrl'] ?? '', text: button.dataset['shareText'] ?? '' }
    if (!('share' in navigator) || !('canShare' in navigator) || !navigator.canShare(shared)) continue
    button.hidden = false
    // Closing the sheet without choosing is no fault.
    button.addEventListener('click', () => void navigator.share(shared).catch(() => {}))
  }
}

/** Spares the page in between: opens the server that was typed, where the message waits. What is no server, our page explains. */
export function openMastodon(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-mastodon]')) {
    form.addEventListener('submit', (event) => {
      const typed = new FormData(form).get('server')
      const server = typeof typed === 'string' ? mastodonHost(typed) : null
      if (server === null) return
      event.preventDefault()
      window.open(mastodonShare(server, form.dataset['mastodon'] ?? ''), '_blank', 'noopener,noreferrer')
    })
  }
}
