import type { Command } from 'commander'
import { checkSender } from './features/mailings/commands/check-sender.server.ts'
import { findLock } from './features/mailings/queries/run.server.ts'
import { findOverview, listSendingAlerts } from './features/mailings/queries/sending-health.server.ts'
import { verdictOf, type Check, type Finding } from './features/mailings/rules/health/finding.ts'
import { isLargeReceiver } from './features/mailings/rules/receivers.ts'
import { formatPercent } from './i18n/format.ts'
import { isMessageKey, translator } from './i18n/t.ts'
import { now } from './infra/clock.ts'

const t = translator('en')
const say = (line: string) => void process.stdout.write(`${line}\n`)

function sayFinding({ code, values }: Finding): void {
  say(`  - ${t(`health.why.${code}`, values)}`)
  const advice = `health.what.${code}`
  if (isMessageKey(advice)) say(`    ${t(advice, values)}`)
}

function sayCheck(check: Check): void {
  say(`${t(`health.checks.${check.name}.title`)}: ${t(`health.verdicts.${verdictOf(check)}`)}`)
  for (const found of check.findings) sayFinding(found)
  for (const { name, type, value } of check.advised) say(`    ${t('health.check.advised')}: ${name} ${type} ${value}`)
}

const nameOf = (receiver: string) =>
  isLargeReceiver(receiver) ? t(`health.receivers.names.${receiver}`) : t('health.alerts.everyone')

const days = 7

/** Looks, says and keeps. Exit 1 when something is to be put right: a lock, a check that is bad, an alert that is open. */
async function examine(asJson: boolean): Promise<void> {
  const [checked, lock, alerts, receivers] = await Promise.all([
    checkSender(null, now()),
    findLock(),
    listSendingAlerts(),
    findOverview(days, now()),
  ])
  const checks = checked.outcome === 'checked' ? checked.checks : []
  if (checks.some((check) => verdictOf(check) === 'bad') || lock !== null || alerts.length > 0) process.exitCode = 1
  if (asJson) {
    const sender = checks.map((check) => ({ verdict: verdictOf(check), ...check }))
    return say(JSON.stringify({ outcome: checked.outcome, lock, sender, alerts, receivers }))
  }
  if (checked.outcome === 'stays-here') say(`${t('health.staysHere.title')}. ${t('health.staysHere.body')}`)
  checks.forEach(sayCheck)
  if (lock !== null) say(t(`mailings.locked.${lock}`))
  for (const { kind, receiver, share } of alerts)
    say(
      `${t(`health.alerts.${kind}.fact`, { receiver: nameOf(receiver), share: formatPercent('en', share ?? 0, 2) })} ${t(`health.alerts.${kind}.advice`)}`,
    )
}

/** The command that says whether mail of this instance is in order. */
export function addDoctor(program: Command, onDatabase: (work: () => Promise<void>) => Promise<void>): void {
  program
    .command('doctor')
    .description('check the sender of mail (SPF, DKIM, DMARC, MX, reverse name, TLS), and say what to change')
    .option('--json', 'everything in one line, for a machine: checks, alerts, and seven days of answers by receiver')
    .action(({ json = false }: { json?: boolean }) => onDatabase(() => examine(json)))
}
