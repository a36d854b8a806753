import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'

interface AddressesProps {
  addresses: readonly { id: number; slug: string; lines: string }[]
  refused: FormState
}

/** Where filled sheets are sent, one campaign after the other. */
export function Addresses({ addresses, refused }: AddressesProps) {
  const t = useT()
  const error = refused.errors.lines ?? refused.errors.campaignId
  return (
    <Section id="addresses" title={t('paper.desk.addresses')} intro={t('paper.desk.addressesWhy')}>
      {addresses.map(({ id, slug, lines }) => {
        const asked = refused.values.campaignId === String(id)
        const typed = refused.values.lines
        return (
          <form key={id} method="post" action="/admin/paper" noValidate>
            <input type="hidden" name="campaignId" value={id} />
            <TextArea
              name="lines"
              id={`lines-${id}`}
              label={t('paper.desk.addressOf', { slug })}
              rows={4}
              maxLength={300}
              defaultValue={asked && typeof typed === 'string' ? typed : lines}
              error={asked && error ? t(error) : undefined}
            />
            <Button kind="quiet">{t('paper.desk.addressSave')}</Button>
          </form>
        )
      })}
    </Section>
  )
}
