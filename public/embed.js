// Puts a petition of Portevoix on your page:
//
//   <script src="https://petitions.example.org/embed.js" data-campaign="score" data-locale="fr" async></script>
//
// data-campaign  the name of the petition, as in its address
// data-locale    fr or en
// data-show      form (without it) or counter
//
// A frame takes the place of the script and becomes as high as what it holds. Nothing else happens: no cookie, no storage, no
// global, no request but the frame's. With a policy (CSP) of your own, allow script-src and frame-src for our address.
;(() => {
  const script = document.currentScript
  if (!script || !script.dataset.campaign) return
  const { campaign, locale, show } = script.dataset
  const home = new URL(script.src).origin

  const address = new URL('/embed/' + encodeURIComponent(campaign), home)
  address.searchParams.set('locale', locale === 'en' ? 'en' : 'fr')
  if (show === 'counter') address.searchParams.set('show', 'counter')

  const frame = document.createElement('iframe')
  frame.src = address.href
  frame.title = locale === 'en' ? 'Petition' : 'Pétition'
  frame.loading = 'lazy'
  frame.referrerPolicy = 'no-referrer'
  frame.width = '100%'
  frame.height = show === 'counter' ? '660' : '1480'
  // Properties, no attribute: a policy that allows no inline style allows these.
  frame.style.border = '0'
  frame.style.display = 'block'

  // The question goes to our address only, and answers count from this frame only.
  frame.addEventListener('load', () => frame.contentWindow.postMessage('portevoix:height?', home))
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== home || source !== frame.contentWindow || !data || data.portevoix !== 'height') return
    if (data.height > 0 && data.height < 10000) frame.height = String(data.height)
  })

  script.after(frame)
})()
