import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { BusyButton } from './busy-button.tsx'

const sent = vi.hoisted((): { form?: Record<string, string> } => ({}))

// Outside of its router nothing is ever under way.
vi.mock('@remix-run/react', () => ({
  useNavigation: () => ({
    formData: sent.form && new URLSearchParams(sent.form),
  }),
}))

function drawn(form?: Record<string, string>, named = {}) {
  if (form) sent.form = form
  else delete sent.form
  return renderToStaticMarkup(
    <BusyButton busy="Sealing" {...named}>
      Seal
    </BusyButton>,
  )
}

test('a button says that its form is under way and cannot be pressed again', () => {
  expect(drawn()).toMatch(/>Seal</)
  expect(drawn()).not.toContain('aria-disabled')
  expect(drawn({ reason: 'x' })).toMatch(/aria-busy="true" aria-disabled="true".*>Sealing</)
})

test('a button among others is busy with its own errand only', () => {
  const agree = { name: 'intent', value: 'agree' }
  expect(drawn({ intent: 'agree' }, agree)).toMatch(/aria-disabled="true".*>Sealing</)
  expect(drawn({ intent: 'discard' }, agree)).toMatch(/^<button[^>]*class="button button-primary"><span[^>]*>Seal</)
})
