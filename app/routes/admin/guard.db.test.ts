import { expect, test } from 'vitest'
import { z } from 'zod'
import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink } from '#app/features/staff/commands/sessions.server.ts'
import { may, staffRoles, type Permission, type StaffRole } from '#app/features/staff/policy.ts'

/** What each page of the back office asks for. A page without a row fails. */
const asked: Record<string, Permission> = {
  'address-rules': 'campaign',
  audit: 'read-audit',
  'campaign-addressee': 'mail',
  'addressee-letter': 'mail',
  'campaign-count': 'campaign',
  'campaign-goals': 'campaign',
  'campaign-log': 'campaign',
  'campaign-deliveries': 'campaign',
  'campaign-delivery': 'campaign',
  'delivery-preview': 'campaign',
  'campaign-commitments': 'campaign',
  'campaign-text': 'campaign',
  campaigns: 'campaign',
  mailing: 'mail',
  'mailing-letter': 'mail',
  'mailing-look': 'mail',
  'mailing-audience': 'mail',
  'mailing-trial': 'mail',
  'mailing-picture': 'mail',
  'mailing-pictures': 'mail',
  'left-alone': 'campaign',
  yearly: 'campaign',
  'sending-health': 'mail',
  mailings: 'mail',
  keep: 'enter',
  exports: 'enter',
  'export-new': 'enter',
  'export-file': 'enter',
  numbers: 'analyse',
  'numbers-download': 'analyse',
  barometer: 'analyse',
  organisation: 'campaign',
  'organisation-logo': 'campaign',
  organisations: 'campaign',
  imports: 'campaign',
  import: 'campaign',
  'import-refused': 'campaign',
  paper: 'campaign',
  'paper-batch': 'campaign',
  'paper-new': 'campaign',
  networks: 'manage-team',
  'signing-guard': 'campaign',
  partners: 'manage-team',
  webhook: 'manage-team',
  webhooks: 'manage-team',
  sheet: 'campaign',
  'sheet-new': 'campaign',
  sheets: 'campaign',
  settings: 'enter',
  retention: 'enter',
  question: 'moderate',
  questions: 'moderate',
  'campaign-question': 'campaign',
  'campaign-questions': 'campaign',
  cases: 'moderate',
  case: 'moderate',
  invalidation: 'integrity',
  invalidations: 'integrity',
  signatures: 'analyse',
  'signature-domains': 'integrity',
  'signatures-review': 'integrity',
  team: 'manage-team',
  testimonies: 'moderate',
  testimony: 'moderate',
  'testimonies-overview': 'moderate',
  'testimony-page': 'moderate',
  'testimony-similar': 'moderate',
}
/** They greet whoever comes, and say so. */
const open = ['again', 'dashboard', 'enter', 'layout', 'leave']
const now = new Date('2026-03-01T10:00:00Z')
const nameOf = (file: string) => file.replace(/^\.\/|\.tsx?$/g, '')
const isDoor = (file: string) => !/\.(test|server)\.tsx?$|(page-title|sheet-forms)\.ts$/.test(file)
const doors = Object.entries(import.meta.glob('./*.{ts,tsx}')).filter(([file]) => isDoor(file))
type Door = (args: object) => Promise<unknown>
const door = z.custom<Door>((value) => typeof value === 'function')
const moduleShape = z.object({ loader: door, action: door.optional() })
async function statusOf(enter: Door, { session, method }: { session: string | null; method: string }): Promise<number> {
  const body = method === 'POST' ? new URLSearchParams() : undefined
  const request = new Request('http://localhost/admin/page', { method, body })
  try {
    await enter({ request, params: { id: 'none' }, context: { nonce: '', now, network: null, session } })
    return 200
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}
async function sessionOf(role: StaffRole): Promise<string> {
  const { token } = await addStaff({ actor: null, email: `${role}@example.org`, role, keyring: null }, now)
  const entered = await enterWithLink(token, now)
  return entered.outcome === 'entered' ? entered.session : entered.outcome
}

test('every page of the back office stands in the table', () => {
  expect(doors.map(([file]) => nameOf(file)).toSorted()).toEqual([...Object.keys(asked), ...open].toSorted())
})

for (const [file, load] of doors.filter(([name]) => !open.includes(nameOf(name)))) {
  const permission = asked[nameOf(file)] ?? 'enter'
  test(`${nameOf(file)} opens to nobody who is not signed in, and to no role without “${permission}”`, async () => {
    const { loader, action } = moduleShape.parse(await load())
    const ways = [{ enter: loader, method: 'GET' }, ...(action ? [{ enter: action, method: 'POST' }] : [])]
    for (const { enter, method } of ways)
      expect(await statusOf(enter, { session: null, method })).toBe(method === 'POST' ? 401 : 303)
    for (const role of staffRoles.filter((each) => !may({ role: each }, permission))) {
      const session = await sessionOf(role)
      for (const { enter, method } of ways) expect(await statusOf(enter, { session, method })).toBe(403)
    }
  })
}
