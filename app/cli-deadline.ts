import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { eachLine } from './cli-lines.ts'
import { dueDay, isDay, whatFollows, zones, type Zone } from './features/remedies/rules/deadlines/due-day.ts'
import { freeBasis, isRule, ruleIds, timeRules, type RuleId } from './features/remedies/rules/deadlines/time-rules.ts'

const wrongUsage = 2

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** What each rule begins with and asks for, for whoever calls it. */
const meanings: Readonly<Record<RuleId, string>> = {
  'D-OBS': 'notice of an intended sanction received: 10 days for observations',
  'D-PEN': 'notice of an intended penalty received: 1 month for observations',
  'D-MPO': 'decision of France Travail notified: 2 months to the regional mediator, franc',
  'D-TA1': 'end of the mediation declared: 2 months to the administrative court, franc',
  'D-TA2': 'refusal received, or born of silence: 2 months to the administrative court, franc',
  'D-RSA': 'decision on RSA notified: 2 months to the president of the département',
  'D-INDU': 'overpayment of ARE notified: 2 months to the director-general of France Travail',
  'D-CTR': 'contrainte notified: 15 days to the court, put off to a working day',
  'D-GDPR': 'rights request received by them: 1 month to reply, put off to a working day',
  'D-CADA1': 'request for documents received by them: 1 month, then silence is a refusal',
  'D-CADA2': 'refusal of documents received, or born of silence: 2 months to the CADA',
  'D-CADA3': 'referral registered by the CADA: 2 months, then silence confirms the refusal',
  'D-MOT': 'reasons of a silent refusal asked for: 1 month to give them',
  'D-DDD': 'Défenseur des droits: no end, due is null',
}

interface Asked {
  rule: RuleId
  from: string
  zone?: Zone
}

const isZone = (value: unknown): value is Zone => zones.some((zone) => zone === value)

function answerOf({ rule, from, zone }: Asked) {
  return { rule, from, due: dueDay({ rule, from, zone })?.day ?? null, basis: timeRules[rule]?.basis ?? freeBasis }
}

/** The answer with what the four fields do not say: how it was counted, whose time it is and what follows. */
function explained(asked: Asked) {
  const { rule, from, zone = 'mainland' } = asked
  const answer = answerOf(asked)
  return {
    ...answer,
    zone,
    whose: timeRules[rule]?.whose ?? null,
    steps: dueDay({ rule, from, zone })?.steps ?? [],
    next: whatFollows(rule, answer.due, zone),
  }
}

const ruleTyped = (typed: string): RuleId => {
  if (!isRule(typed)) throw new InvalidArgumentError(`There is no such rule. Rules: ${ruleIds.join(' ')}.`)
  return typed
}

const dayTyped = (typed: string): string => {
  if (!isDay(typed))
    throw new InvalidArgumentError('It must be a day of the calendar from 1900 to 2199, for example 2026-01-31.')
  return typed
}

/** What is wrong with a line of a batch; `null` when it asks something. */
function askedIn(line: string): Asked | { error: string } {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { error: 'not JSON' }
  }
  if (typeof read !== 'object' || read === null) return { error: 'not a JSON object' }
  const { rule, from, zone }: { rule?: unknown; from?: unknown; zone?: unknown } = read
  if (!isRule(rule)) return { error: 'unknown rule' }
  if (typeof from !== 'string' || !isDay(from)) return { error: 'from is no day' }
  if (zone !== undefined && !isZone(zone)) return { error: 'unknown zone' }
  return { rule, from, ...(zone && { zone }) }
}

interface Typed {
  rule?: RuleId
  from?: string
  zone?: Zone
  explain?: boolean
}

async function answer({ rule, from, zone, explain = false }: Typed, command: Command): Promise<void> {
  const told = (asked: Asked) => (explain ? explained(asked) : answerOf(asked))
  if (rule !== undefined && from !== undefined) return say(JSON.stringify(told({ rule, from, ...(zone && { zone }) })))
  if (rule !== undefined || from !== undefined || zone !== undefined)
    command.error('error: --rule and --from belong together; without any of them each line of the input is a question')
  await eachLine((line) => {
    const asked = askedIn(line)
    return 'error' in asked ? asked : told(asked)
  })
}

/** `portevoix deadline`: a rule of time, asked without a server or a database. */
export const deadlineCommand = (): Command =>
  new Command('deadline')
    .description('the last indicative day of a rule of time, as a line of JSON')
    .addOption(new Option('--rule <rule>', 'which rule, see below').argParser(ruleTyped))
    .addOption(new Option('--from <day>', 'the day it begins, YYYY-MM-DD').argParser(dayTyped))
    .addOption(
      new Option(
        '--zone <zone>',
        'where the person lives, seen from the court (CJA R.421-7); mainland when absent',
      ).choices(zones),
    )
    .option('--explain', 'also how it was counted, and what follows')
    .allowExcessArguments(false)
    .addHelpText(
      'after',
      `\nWithout --rule and --from: one question a line, {"rule":"D-OBS","from":"2026-01-31"}, with "zone" where it matters.\n\nRules:\n${ruleIds.map((id) => `  ${id.padEnd(8)} ${meanings[id]}`).join('\n')}`,
    )
    .action(answer)

/** Answers without loading what the other commands need. */
export async function answerDeadline(called: readonly string[]): Promise<void> {
  const command = deadlineCommand().name('portevoix deadline').exitOverride()
  try {
    await command.parseAsync(called, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
  }
}
