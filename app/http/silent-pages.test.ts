import { expect, test } from 'vitest'
import { headersFor } from './pages.server.ts'

const policyOf = (address: string) => headersFor(address, '')['Content-Security-Policy'] ?? ''

test.each([
  '/fr/score/remedies',
  '/en/score/remedies?v=abc',
  '/fr/score/remedies/',
  '/fr/score/remedies/l03',
  '/fr/score/remedies/l03?v=abc',
  '/fr/score/remedies/deadlines',
  '/fr/score/remedies/law',
  '/en/score/scoring',
])('from %s nothing is sent, by a script or by a form', (address) => {
  expect(policyOf(address)).toContain("connect-src 'none'")
  expect(policyOf(address)).toContain("form-action 'none'")
  expect(policyOf(address)).toContain("script-src 'self'; style-src 'self'")
})

test.each(['/fr/score', '/fr/score/remedies/barometer', '/fr/score/remedies/barometer/thanks', '/fr/score/testify'])(
  '%s may send its form',
  (address) => {
    expect(policyOf(address)).toContain("connect-src 'self'")
    expect(policyOf(address)).toContain("form-action 'self'")
  },
)
