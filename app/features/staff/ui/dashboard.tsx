import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats, type StatItem } from '#app/ui/stat.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import styles from './staff.module.css'
import { useAbout } from './use-about.ts'

type WaitingProps = {
  /** `null`: not part of this role. */
  testimonies: number | null
  /** Of the open ones, how many are due by tomorrow. */
  cases: { open: number; pressing: number } | null
  /** Rights of reply to pages of the campaign. */
  answers: { open: number; pressing: number } | null
  /** `waiting`: for moderators; `entries`: for campaigners, with a campaign where there is something to do. */
  questions: {
    waiting: number | null
    entries: { proposed: number; overdue: number; soon: number; slug: string | null } | null
  }
  held: number | null
  organisations: number | null
  paper: number | null
  team: number | null
}

/** How many answers the public no longer sees, and how many it soon will not. */
function HowUrgent({ overdue, soon }: { overdue: number; soon: number }) {
  const t = useT()
  const locale = useLocale()
  const said = (number: number) => ({ count: number, number: formatNumber(locale, number) })
  const both = [
    overdue > 0 && t('questions.entries.dashboardOverdue', said(overdue)),
    soon > 0 && t('questions.entries.dashboardSoon', said(soon)),
  ]
  return both.filter((one) => one !== false).join(', ')
}

export function Waiting({ testimonies, cases, answers, questions, held, organisations, paper, team }: WaitingProps) {
  const t = useT()
  const locale = useLocale()
  const figure = (href: string, value: number) => <a href={href}>{formatNumber(locale, value)}</a>
  const items: StatItem[] = []
  if (testimonies !== null)
    items.push({
      label: t('staff.dashboard.testimonies', { count: testimonies }),
      value: figure('/admin/testimonies', testimonies),
    })
  if (cases !== null) {
    const pressing = { count: cases.pressing, number: formatNumber(locale, cases.pressing) }
    items.push({
      label: t('cases.desk.dashboard', { count: cases.open }),
      value: figure('/admin/cases', cases.open),
      detail: cases.pressing > 0 && t('cases.desk.dashboardPressing', pressing),
    })
  }
  if (answers !== null && answers.open > 0) {
    const pressing = { count: answers.pressing, number: formatNumber(locale, answers.pressing) }
    items.push({
      label: t('claims.desk.waiting', { count: answers.open }),
      value: figure('/admin/sheets/replies', answers.open),
      detail: answers.pressing > 0 && t('claims.desk.pressing', pressing),
    })
  }
  if (questions.waiting !== null)
    items.push({
      label: t('questions.desk.dashboard', { count: questions.waiting }),
      value: figure('/admin/questions', questions.waiting),
    })
  const { proposed, overdue, soon, slug } = questions.entries ?? { proposed: 0, overdue: 0, soon: 0, slug: null }
  const answersToDo = proposed + overdue + soon
  if (answersToDo > 0)
    items.push({
      label: t('questions.entries.dashboard', { count: answersToDo }),
      value: figure(slug === null ? '/admin/campaigns' : `/admin/campaigns/${slug}/questions`, answersToDo),
      detail: overdue + soon > 0 && <HowUrgent {...{ overdue, soon }} />,
    })
  if (held !== null)
    items.push({
      label: t('integrity.review.dashboard', { count: held }),
      value: figure('/admin/signatures/review', held),
    })
  if (organisations !== null)
    items.push({
      label: t('organisations.desk.dashboard', { count: organisations }),
      value: figure('/admin/organisations', organisations),
    })
  if (paper !== null)
    items.push({ label: t('paper.desk.dashboard', { count: paper }), value: figure('/admin/paper', paper) })
  if (team !== null)
    items.push({ label: t('staff.dashboard.team', { count: team }), value: figure('/admin/team', team) })
  return items.length > 0 ? <Stats items={items} /> : null
}

interface MailingToday {
  id: string
  subject: string
  state: string
  /** So few that no number is shown. */
  few: boolean
  sent: number
  total: number
}

/** Nothing when no mailing is under way. */
export function MailingsToday({ mailings }: { mailings: readonly MailingToday[] }) {
  const t = useT()
  if (mailings.length === 0) return null
  return (
    <Section
      id="mailings"
      title={t('staff.dashboard.mailings')}
      more={{ href: '/admin/mailings', label: t('staff.dashboard.allMailings') }}
    >
      {mailings.map(({ id, subject, state, few, sent, total }) => (
        <div key={id} className={styles.mailing}>
          {few ? <p>{subject}</p> : <Progress id={`mailing-${id}`} label={subject} sent={sent} total={total} />}
          <p>
            {state === 'paused' && <StatusTag tone="late">{t('staff.dashboard.mailingPaused')}</StatusTag>}{' '}
            <a href={`/admin/mailings/${id}`} aria-label={t('staff.dashboard.followLong', { subject })}>
              {t('staff.dashboard.follow')}
            </a>
          </p>
        </div>
      ))}
    </Section>
  )
}

interface CampaignToday {
  id: number
  slug: string
  title: string
  today: 'draft' | 'scheduled' | 'open' | 'closed'
  demonstration: boolean
  isPublic: boolean
  /** Those that wait may be an estimate. */
  signatures: { states: { confirmed?: number; pending?: number }; estimated: boolean } | null
}

export function CampaignsToday({ campaigns }: { campaigns: readonly CampaignToday[] }) {
  const t = useT()
  if (campaigns.length === 0)
    return (
      <Empty title={t('staff.dashboard.nothing')}>
        <p>{t('staff.dashboard.nothingWhy')}</p>
      </Empty>
    )
  return campaigns.map((campaign) => <OneCampaign key={campaign.id} campaign={campaign} />)
}

function OneCampaign({
  campaign: { id, slug, title, today, demonstration, isPublic, signatures },
}: {
  campaign: CampaignToday
}) {
  const t = useT()
  const locale = useLocale()
  const more = isPublic ? { href: `/${locale}/${slug}`, label: t('staff.dashboard.see') } : undefined
  const about = useAbout()
  const pending = signatures?.states.pending ?? 0
  return (
    <Section id={`campaign-${id}`} title={title} more={more}>
      <div className={styles.campaign}>
        <p>
          <StatusTag tone={today === 'open' ? 'active' : today === 'closed' ? 'stopped' : 'waiting'}>
            {t(`staff.campaigns.states.${today}`)}
          </StatusTag>{' '}
          {demonstration && t('staff.dashboard.demonstration')}
        </p>
        {signatures && (
          <Stats
            items={[
              {
                label: t('staff.dashboard.signatures'),
                value: formatNumber(locale, signatures.states.confirmed ?? 0),
                detail: t('staff.dashboard.unconfirmed', {
                  count: pending,
                  number: about(pending, signatures.estimated),
                }),
              },
            ]}
          />
        )}
      </div>
    </Section>
  )
}
