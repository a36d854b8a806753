import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { actOnPicture } from '#app/features/mailings/picture-desk.server.ts'
import { listPictures } from '#app/features/mailings/queries/pictures.server.ts'
import { pictureForm } from '#app/features/mailings/rules/picture-form.ts'
import { PicturesPage } from '#app/features/mailings/ui/pictures-page.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { readMultipart } from '#app/http/multipart.server.ts'
import { parseFields, type FormErrors } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { cutOffField } from '#app/http/team-files.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('pictures.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  const campaigns = await listCampaigns()
  const asked = Number(new URL(request.url).searchParams.get('campaign'))
  const campaign = campaigns.find(({ id }) => id === asked) ?? campaigns[0]
  return {
    campaigns: campaigns.map(({ id, slug }) => ({ value: String(id), label: slug })),
    campaign: campaign?.id ?? null,
    pictures: campaign ? await listPictures(campaign.id) : [],
  }
}

/** With its file; without one when it was too large, or the form was given back and is sent again. @throws BadForm */
async function readForm(request: Request) {
  const type = request.headers.get('Content-Type') ?? ''
  const body = Buffer.from(await request.arrayBuffer())
  if (!type.startsWith('multipart/')) return { fields: readFormFields(body), file: undefined }
  const { fields, files } = await readMultipart(body, type)
  return { fields, file: files.get('picture')?.at(-1) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const { fields, file } = await readForm(request).catch(() => {
    throw refuse(400)
  })
  const form = parseFields(fields, { schema: pictureForm })
  const again = (errors: FormErrors, status: 409 | 422 = 422) =>
    data({ values: form.values, errors }, { status, headers: privatePage })
  const cutOff: FormErrors = fields.has(cutOffField) ? { picture: 'pictures.refusals.too-large' } : {}
  if (!form.ok) return again({ ...form.errors, ...cutOff })
  if (cutOff.picture) return again(cutOff)
  const said = await actOnPicture(form.value, { actor, now: context.now, file })
  switch (said.outcome) {
    case 'done':
      // Shown anew, so that a reload does nothing again.
      return seeOther(`/admin/mailings/pictures?campaign=${form.value.campaign}&done=${said.done}`)
    case 'file':
      return again({ picture: said.error })
    case 'refused':
      return again({ form: said.error }, 409)
    case 'unknown':
      throw refuse(404)
  }
}

const dones = ['added', 'described', 'removed'] as const

export default function MailingPictures() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const [search] = useSearchParams()
  const done = dones.find((one) => one === search.get('done'))
  return <PicturesPage {...shown} refused={refused} done={refused ? undefined : done} />
}
