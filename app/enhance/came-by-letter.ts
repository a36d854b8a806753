const longEnough = 2000
/** Whoever writes a letter, reckons a deadline or a score types about themselves: from such a page nothing is sent, not even that somebody came. */
const silent = /^\/\w\w\/[^/]+\/(?:remedies|scoring)(?:\/|$)/

/** Whether a page's address says that somebody came by such a letter, and the page is one that may tell. */
export const tellsOfVisit = ({ pathname, search }: { pathname: string; search: string }): boolean =>
  /^\/\w\w\/[^/]/.test(pathname) && !silent.test(pathname) && new URLSearchParams(search).has('v')

/** Who came by a letter that tries a subject has its mark in the address. It is counted that somebody did, and nothing of them. */
export function cameByLetter(): void {
  if (!tellsOfVisit(location)) return
  const [, locale, campaign] = location.pathname.split('/')
  const say = (what: string) =>
    void fetch(`/${locale}/${campaign}/seen`, {
      method: 'POST',
      body: new URLSearchParams({ what }),
      keepalive: true,
    }).catch(() => {})
  setTimeout(() => {
    if (document.visibilityState === 'visible') say('visit')
  }, longEnough)
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href$="/share"],[data-share-url],[data-copy]')) say('share')
  })
}
