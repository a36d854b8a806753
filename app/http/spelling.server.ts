import { isOurSpelling } from '#app/infra/address-spelling.ts'
import { isLetterLink } from './public-forms.server.ts'

/** What was not made by a browser, or cannot be read. */
const isReadable = (url: string) => /^\/(?!\/)[\x21-\x7e]*$/.test(url) && !/%(?![\da-f]{2})/i.test(url)
/** The framework's own data addresses: the back office asks for them, public pages ship no framework that would. */
const isDataOfPublicPage = (url: string) => /^[^?]*\.data(?:\?|$)/.test(url) && !url.startsWith('/admin')

type Fault = 400 | 404

interface Spelling {
  /** Refuses other spellings of our addresses, but for links of letters that somebody wants to leave by. Not while developing, when the tools have addresses of their own. */
  strict: boolean
}

const mostKnown = 1000
const longestKnown = 200

/** Judges how an address is written: the status to refuse it with, or `null`. The addresses that thousands ask for are judged once. */
export function spelling({ strict }: Spelling): (url: string) => Fault | null {
  const faultless = new Set<string>()

  function judge(url: string): Fault | null {
    if (!isReadable(url)) return 400
    const [path = '/'] = url.split('?', 1)
    return (strict && !isOurSpelling(path) && !isLetterLink(path)) || isDataOfPublicPage(url) ? 404 : null
  }

  return (url) => {
    if (faultless.has(url)) return null
    const fault = judge(url)
    if (fault === null && url.length <= longestKnown) {
      if (faultless.size >= mostKnown) faultless.clear()
      faultless.add(url)
    }
    return fault
  }
}
