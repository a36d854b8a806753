const shownOnce = '[data-shown-once]'

/**
 * What a page shows one time is taken away as it is left, before the browser keeps it for the Back button; whoever comes back
 * finds the page as anybody would. Printing leaves nothing.
 */
export function takeAwayWhenLeft(): void {
  if (!document.querySelector(shownOnce)) return
  addEventListener('pagehide', () => {
    for (const part of document.querySelectorAll(shownOnce)) part.replaceChildren()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.replace(location.pathname)
  })
}
