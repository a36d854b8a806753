import { suggestAddress } from './address-hint.ts'
import { cameByLetter } from './came-by-letter.ts'
import { confirmByGesture } from './confirm-by-gesture.ts'
import { offerCopies } from './copy.ts'
import { followCount } from './count.ts'
import { meetErrors } from './errors.ts'
import { guardWhenWriting } from './guard-when-writing.ts'
import { leaveNoTrace } from './leave-no-trace.ts'
import { keepFresh } from './keep-fresh.ts'
import { quickExit } from './quick-exit.ts'
import { offerNativeShare, openMastodon } from './share.ts'

// Everything works without this file; each behaviour only spares a gesture.
meetErrors()
followCount()
keepFresh()
suggestAddress()
offerCopies()
offerNativeShare()
openMastodon()
quickExit()
guardWhenWriting()
confirmByGesture()
cameByLetter()
// What a page gets that is answered in its place, without being loaded.
leaveNoTrace(() => {
  meetErrors()
  offerCopies()
  guardWhenWriting()
})
