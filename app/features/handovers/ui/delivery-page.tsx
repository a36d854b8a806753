import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { Timeline, type TimelineItem } from '#app/ui/timeline.tsx'
import type { Hand, Way } from '../schema.ts'
import { useStanding, type ShownPack } from './deliveries-page.tsx'
import { BothSides } from './both-sides.tsx'
import { ClockSection, type Timed } from './clock.tsx'
import styles from './handovers.module.css'
import { PackCheck, PackFiles, PackHead, type FileLine } from './pack-proof.tsx'

export interface WholePack extends ShownPack, Timed {
  sealedAt: Date
  onPaper: number
  organisations: number
  how: Way | null
  by: Hand | null
  answerUrl: string | null
  answer: string
  /** What went along, drawn; empty when nothing did. */
  letterHtml: string
  files: readonly FileLine[]
  head: { size: number; root: string; note: string }
  zip: { sha256: string; bytes: number }
}

interface DeliveryPageProps {
  campaign: { slug: string; title: string }
  pack: WholePack
  /** The day in Paris. */
  today: string
}

const kilobyte = 1000

/** A pack is public from its sealing on, days before anybody has it in hand. */
const stageOf = ({ deliveredOn }: WholePack) => (deliveredOn ? 'delivered' : 'ready')

/** One delivery: to whom, with which count, what became of it, and how anyone checks it. */
export function DeliveryPage({ campaign, pack, today }: DeliveryPageProps) {
  const t = useT()
  const locale = useLocale()
  const standing = useStanding()
  const all = `/${locale}/${campaign.slug}/deliveries`
  const size = formatNumber(locale, Math.ceil(pack.zip.bytes / kilobyte))
  const stage = stageOf(pack)
  return (
    <Page
      width="wide"
      kicker={<a href={all}>{campaign.title}</a>}
      title={t('handovers.page.one', { day: formatDay(locale, pack.deliveredOn ?? pack.plannedOn) })}
      lead={
        <>
          <p>{t('handovers.page.oneLead', { addressee: pack.addressee })}</p>
          <p className={styles.standing}>{standing(pack)}</p>
        </>
      }
    >
      <Counts pack={pack} />
      <Section id="course" title={t('handovers.page.course')}>
        <Course pack={pack} />
      </Section>
      <ClockSection timed={pack} today={today} />
      {pack.deliveredOn !== null && <BothSides {...pack} deliveredOn={pack.deliveredOn} />}
      <Section id="pack" title={t('handovers.page.files')} intro={t(`handovers.page.filesIntro.${stage}`)}>
        <Actions>
          <ButtonLink href={`${all}/${pack.id}/pack.zip`} type="application/zip">
            {t('handovers.page.zip', { size })}
          </ButtonLink>
        </Actions>
        <PackFiles files={pack.files} zip={pack.zip.sha256} home={`${all}/${pack.id}`} />
      </Section>
      <PackHead head={pack.head} />
      <PackCheck slug={campaign.slug} />
    </Page>
  )
}

function Counts({ pack }: { pack: WholePack }) {
  const t = useT()
  const locale = useLocale()
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Section
      id="counts"
      title={t(`handovers.page.counts.${stageOf(pack)}`)}
      intro={t('handovers.page.countsAt', { instant: formatInstant(locale, pack.sealedAt) })}
    >
      <Stats
        items={[
          { label: t('handovers.page.people'), value: n(pack.confirmed) },
          { label: t('handovers.page.onPaper'), value: n(pack.onPaper) },
          { label: t('handovers.page.organisations'), value: n(pack.organisations) },
        ]}
      />
    </Section>
  )
}

function Course({ pack }: { pack: WholePack }) {
  const t = useT()
  const locale = useLocale()
  const { standing, how, by, deliveredOn, dueOn, answeredOn } = pack
  const sealedOn = pack.sealedAt.toISOString().slice(0, 10)
  const items: TimelineItem[] = [
    {
      day: sealedOn,
      dateLabel: formatDay(locale, pack.sealedAt),
      title: t('handovers.page.agreed'),
      children: <p>{t('handovers.page.prepared')}</p>,
    },
  ]
  if (!deliveredOn) items.push({ day: pack.plannedOn, title: t('handovers.page.toDeliver') })
  if (deliveredOn && how && by) {
    const told = { how: t(`handovers.how.${how}`), by: t(`handovers.by.${by}`) }
    items.push({ day: deliveredOn, title: t('handovers.page.delivered', told) })
  }
  if (answeredOn)
    items.push({
      day: answeredOn,
      title: t('handovers.page.answered'),
      children: (
        <p>
          <a href="#both">{t('clock.both.title')}</a>
        </p>
      ),
    })
  else if (dueOn && standing === 'waiting') items.push({ day: dueOn, title: t('handovers.page.due') })
  else if (dueOn && standing === 'silent')
    items.push({ day: dueOn, title: t('handovers.page.noAnswerSince', { day: formatDay(locale, dueOn) }) })
  return (
    <>
      <Timeline items={items} />
      {standing === 'delivered' && <p>{t('handovers.page.noAnswer')}</p>}
    </>
  )
}
