import { renderToStaticMarkup } from 'react-dom/server'
import type { ComponentProps, FormHTMLAttributes } from 'react'
import { expect, test, vi } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { HandoverPage } from './handover-page.tsx'

// Outside of its router the form of the router is a form.
vi.mock('@remix-run/react', () => ({
  Form: (props: FormHTMLAttributes<HTMLFormElement>) => <form {...props} />,
  useNavigation: () => ({}),
}))

const proposed: NonNullable<ComponentProps<typeof HandoverPage>['desk']> = {
  id: 1,
  state: 'proposed',
  revision: 1,
  isMine: false,
  proposedBy: 'ada@example.org',
  plannedOn: '2026-03-05',
  letterFr: '',
  letterEn: '',
  withOrganisations: true,
  withQuotes: true,
  sealedAt: null,
  confirmed: null,
  onPaper: null,
  organisations: null,
  zipHash: null,
  zipBytes: null,
  deliveredOn: null,
  deliveredHow: null,
  deliveredBy: null,
  dueOn: null,
  dueBasis: null,
  dueSourceFr: '',
  dueSourceEn: '',
  dueSourceUrl: null,
  answeredOn: null,
  answerUrl: null,
  answerFr: '',
  answerEn: '',
}

const pageOf = (given: Partial<typeof proposed> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="fr">
      <HandoverPage slug="score" addressee="" today="2026-03-01" desk={{ ...proposed, ...given }} />
    </LocaleProvider>,
  )

test('whoever is to agree to a pack reads who proposed it and sees the preview before the button', () => {
  const html = pageOf()
  expect(html).toContain('Proposé par ada@example.org.')
  const places = ['/preview/', 'name="understood"', 'value="agree"', 'value="discard"'].map((part) =>
    html.indexOf(part),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(pageOf({ proposedBy: null })).not.toContain('Proposé par')
})

test('whoever proposed a pack can take it back and not agree to it', () => {
  const html = pageOf({ isMine: true })
  expect(html).toContain('value="take-back"')
  expect(html).not.toContain('value="agree"')
})
