import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { HeadRow, LogDesk as Desk } from '../queries/log-desk.server.ts'

interface LogDeskProps extends Desk {
  slug: string
  /** What the campaign's page shows. */
  shown: number
}

/** The log of a campaign, as the team runs it: heads, and receipts by mail. */
export function LogDesk({ slug, shown, heads, waiting, ...receipts }: LogDeskProps) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const last = heads[0]
  return (
    <>
      <p>
        {t('proof.desk.detail')} <a href={`/${locale}/${slug}/proof`}>{t('proof.desk.page')}</a>
      </p>
      <Stats
        items={[
          { label: t('proof.desk.counted'), value: number(last?.counted ?? 0) },
          { label: t('proof.desk.shown'), value: number(shown) },
          { label: t('proof.desk.lines'), value: number(last?.size ?? 0) },
          { label: t('proof.desk.waiting'), value: number(waiting), detail: t('proof.desk.waitingDetail') },
        ]}
      />
      <SignHead slug={slug} />
      <Receipts slug={slug} {...receipts} />
      <Heads heads={heads} />
    </>
  )
}

function SignHead({ slug }: { slug: string }) {
  const t = useT()
  return (
    <form method="post" action={`/admin/campaigns/${slug}/log`} noValidate>
      <p className="hint">{t('proof.desk.signMeans')}</p>
      <Button name="intent" value="sign" kind="quiet">
        {t('proof.desk.sign')}
      </Button>
    </form>
  )
}

type ReceiptsProps = Pick<Desk, 'receiptsWaiting' | 'receiptsOffSince'> & { slug: string }

function Receipts({ slug, receiptsWaiting: waiting, receiptsOffSince: since }: ReceiptsProps) {
  const t = useT()
  const locale = useLocale()
  const isOn = since === null
  return (
    <Section id="receipts" title={t('proof.desk.receipts')} intro={t('proof.desk.receiptsIntro')}>
      <p>
        {!isOn && t('proof.desk.receiptsOff', { instant: formatInstant(locale, new Date(since)) })}
        {isOn && waiting === 0 && t('proof.desk.receiptsNone')}
        {isOn && waiting > 0 && t('proof.desk.receiptsOn', { count: waiting, number: formatNumber(locale, waiting) })}
      </p>
      <form method="post" action={`/admin/campaigns/${slug}/log`} noValidate>
        <p className="hint">{t(isOn ? 'proof.desk.offMeans' : 'proof.desk.onMeans')}</p>
        <Button name="intent" value={isOn ? 'receipts-off' : 'receipts-on'} kind="quiet">
          {t(isOn ? 'proof.desk.turnOff' : 'proof.desk.turnOn')}
        </Button>
      </form>
    </Section>
  )
}

function Heads({ heads }: { heads: readonly HeadRow[] }) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const columns: Column<HeadRow>[] = [
    { key: 'at', label: t('proof.desk.at'), render: ({ signedAt }) => formatInstant(locale, new Date(signedAt)) },
    { key: 'size', label: t('proof.desk.lines'), numeric: true, render: ({ size }) => number(size) },
    { key: 'counted', label: t('proof.desk.counted'), numeric: true, render: ({ counted }) => number(counted) },
    { key: 'printed', label: t('proof.desk.printed'), numeric: true, render: ({ printed }) => number(printed) },
  ]
  return (
    <Section id="heads" title={t('proof.desk.heads')} intro={t('proof.desk.headsIntro')}>
      <DataTable
        caption={t('proof.desk.caption')}
        columns={columns}
        rows={heads}
        keyOf={({ size }) => String(size)}
        empty={{ title: t('proof.head.none'), children: <p>{t('proof.head.noneWhy')}</p> }}
      />
    </Section>
  )
}
