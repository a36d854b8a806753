import { suggestAddress } from './address-hint.ts'
import { offerCopies } from './copy.ts'
import { followCount } from './count.ts'
import { meetErrors } from './errors.ts'
import { quickExit } from './quick-exit.ts'

// Everything works without this file; each behaviour only spares a gesture.
meetErrors()
followCount()
suggestAddress()
offerCopies()
quickExit()
