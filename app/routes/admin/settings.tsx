import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { setLocale } from '#app/features/staff/commands/manage-staff.server.ts'
import { may } from '#app/features/staff/policy.ts'
import { configuration, type ConfigurationLine } from '#app/features/staff/queries/configuration.server.ts'
import { localeForm } from '#app/features/staff/schema.ts'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { locales } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.settings.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  return { tabs: settingsPages(actor), lines: may(actor, 'manage-team') ? configuration() : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'enter')
  const form = await parseForm(request, { schema: localeForm })
  if (!form.ok) return invalid(form)
  await setLocale({ actor, ...form.value }, context.now)
  return seeOther('/admin/settings')
}

export default function Settings() {
  const { tabs, lines } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.errors.locale
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <SettingsToolbar current="/admin/settings" tabs={tabs} />
      <Form method="post" key={locale} reloadDocument>
        <RadioGroup
          id="locale"
          name="locale"
          legend={t('staff.settings.languageLabel')}
          error={problem && t(problem)}
          chosen={locale}
          options={locales.map((value) => ({ value, label: <span lang={value}>{t(`staff.settings.${value}`)}</span> }))}
        />
        <Button>{t('staff.settings.save')}</Button>
      </Form>
      {lines && <Installation lines={lines} />}
    </>
  )
}

function Installation({ lines }: { lines: ConfigurationLine[] }) {
  const t = useT()
  const columns: Column<ConfigurationLine>[] = [
    { key: 'name', label: t('staff.settings.name'), render: ({ name }) => t(name) },
    {
      key: 'value',
      label: t('staff.settings.value'),
      render: ({ value }) => (typeof value === 'string' ? value : t(value.key, value.values)),
    },
  ]
  return (
    <Section id="installation" title={t('staff.settings.installation')} intro={t('staff.settings.installationIntro')}>
      <DataTable
        caption={t('staff.settings.caption')}
        columns={columns}
        rows={lines}
        keyOf={({ name }) => name}
        empty={{ title: t('staff.settings.installation') }}
      />
    </Section>
  )
}
