const longEnough = 2000

/** Who came by a letter that tries a subject has its mark in the address. It is counted that somebody did, and nothing of them. */
export function cameByLetter(): void {
  const [, locale, campaign] = location.pathname.split('/')
  if (!new URLSearchParams(location.search).has('v') || !campaign) return
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
