import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Remix throws a promise at the first rendering, until the state of the page is decoded, and there is no boundary to catch it around
 * a whole document. Who types in that moment makes React hydrate at once, which then breaks off with “Root did not complete”
 * (error 345), and the page may stand still. So the promise is waited for before React takes over.
 */
async function stateDecoded(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown
  }
}

await stateDecoded()
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
