import { suggestAddress } from './address-hint.ts'
import { followCount } from './count.ts'

/** What a page says that wants to know how high its frame has to be (public/embed.js). */
const question = 'portevoix:height?'

/** Of the sheet as it is, whatever the frame's height is now. */
const heightNow = () => Math.ceil(document.body.getBoundingClientRect().height)

/** Says something each time the sheet has another height, and once at the start. */
function whenHeightChanges(say: (height: number) => void): void {
  let said = 0
  new ResizeObserver(() => {
    const height = heightNow()
    if (height !== said) say((said = height))
  }).observe(document.body)
}

/**
 * Tells its height to the page that holds the frame, once it asks: to its origin and to no other. The height is all that is ever
 * said, and nothing that is asked besides is answered.
 */
function tellHeight(): void {
  let told: string | null = null
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || data !== question || told !== null) return
    told = origin
    whenHeightChanges((height) => parent.postMessage({ portevoix: 'height', height }, origin))
  })
}

/** WordPress gives a frame a secret, and asks for its height and its links by it. It follows no link but to our own site. */
function speakToWordPress(): void {
  const secret = /[#&?]secret=([a-zA-Z0-9]+)$/.exec(location.hash)?.[1]
  if (secret === undefined) return
  whenHeightChanges((value) => parent.postMessage({ message: 'height', value, secret }, '*'))
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    event.preventDefault()
    parent.postMessage({ message: 'link', value: link.href, secret }, '*')
  })
}

/** In a locked frame a form of ours would be refused as a stranger's, with all that was typed. It is not offered. */
function offerNoDeadEnd(): void {
  if (self.origin !== 'null') return
  for (const part of document.querySelectorAll<HTMLElement>('[data-open], [data-boxed]'))
    part.hidden = 'open' in part.dataset
}

/** The answer opens beside the page: whoever comes back to it sees that it was sent. */
function sayWhereItGoesOn(): void {
  const next = document.querySelector<HTMLElement>('[data-next]')
  document.querySelector('form')?.addEventListener('submit', () => {
    if (next) next.textContent = next.dataset['next'] ?? ''
  })
}

offerNoDeadEnd()
tellHeight()
speakToWordPress()
sayWhereItGoesOn()
followCount()
suggestAddress()
