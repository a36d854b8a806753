/**
 * The architecture, as a test. You may walk down, never up:
 *
 *   doors  ->  http  ->  features (higher -> lower floor)  ->  ui, i18n, emails, infra
 *
 * A room never imports a neighbour on its own floor. Types count as imports: two files that need
 * each other's types are still one knot, and the type belongs in the room's `schema.ts`.
 * `app/architecture.test.ts` plants one violation per rule.
 */
const FLOORS = [
  ['staff'],
  ['campaigns', 'sheets'],
  ['signatures', 'testimonies', 'organisations', 'paper', 'remedies', 'scoring', 'claims'],
  ['proof', 'questions'],
  ['moderation', 'mailings', 'numbers', 'integrity', 'embeds'],
  ['cases', 'handovers', 'exports', 'imports', 'partners', 'commitments', 'press'],
  ['privacy'],
]
const ROOMS = FLOORS.flat().join('|')

const STARTERS = '^app/((server|worker|cli|start)[.]ts|portevoix[.]mjs)$'
const PAGES = '^app/(routes/|routes[.]ts$|root[.]tsx$|entry[.])'
const DOORS = [STARTERS, PAGES, '^app/http/']
const TESTS = '[.]test[.]tsx?$'
/** The only files of a room that may speak to the database: one file, or a folder of verbs. */
const READS_AND_WRITES = [
  '^app/features/[^/]+/(queries|commands|jobs|personal-data)[.]server[.]ts$',
  '^app/features/[^/]+/(queries|commands|jobs|personal-data)/.*[.]server[.]ts$',
]
const PURE = '^app/features/([^/]+/(rules|schema|policy)([.]ts$|/)|testimonies/guard/)'

/** What pure code may use of the floors below: files that are held to the same purity. */
const PURE_BELOW = '^app/(i18n/(locale|calendar)|infra/mail/address)[.]ts$'

const error = (name, rule) => ({ name, severity: 'error', ...rule })

const floorRules = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const below = FLOORS.slice(0, floor).flat()
    return error(`feature-${room}-looks-down`, {
      comment: `${room} may import only itself and: ${below.join(', ') || 'no other feature'}.`,
      from: { path: `^app/features/${room}/` },
      to: { path: '^app/features/', pathNot: `^app/features/(${[room, ...below].join('|')})/` },
    })
  }),
)

const doorRules = [
  error('nobody-imports-a-door', {
    comment: 'Routes, http and the starters are entrances. Shared code belongs in a feature.',
    from: { path: '^(app|emails|prisma)/', pathNot: DOORS },
    to: { path: DOORS },
  }),
  error('http-serves-the-doors-not-the-reverse', {
    comment: 'http is what every route does first; it cannot depend on a route.',
    from: { path: '^app/http/' },
    to: { path: [STARTERS, PAGES] },
  }),
  error('pages-do-not-start-processes', {
    comment: 'A page is inside the server; it cannot reach the file that starts it.',
    from: { path: PAGES },
    to: { path: STARTERS },
  }),
  error('pages-do-not-touch-the-database', {
    comment: 'A route parses, authorises, calls a query or a command of a room, and answers.',
    from: { path: [PAGES, '^app/http/'], pathNot: TESTS },
    to: { path: '^app/infra/(db|mail|queue)/' },
  }),
]

const groundRules = [
  error('ui-knows-no-feature', {
    comment: 'The design system could ship in another product; words and formats too.',
    from: { path: '^app/(ui|i18n)/' },
    to: { path: ['^app/(features|infra|enhance)/', '^emails/'] },
  }),
  error('infra-is-the-ground-floor', {
    comment: 'Adapters have no domain nouns: pass what they need as arguments.',
    from: { path: '^app/infra/', pathNot: TESTS },
    to: { path: ['^app/(features|ui|enhance)/', '^emails/'] },
  }),
  error('emails-are-pure', {
    comment: 'An e-mail is (props, t) -> { subject, html, text }. No database, no settings, no clock.',
    from: { path: '^emails/' },
    to: { path: '^app/', pathNot: '^app/(i18n|ui)/' },
  }),
  error('enhance-ships-only-pure-code', {
    comment: 'What the browser downloads on a public page: rules, schemas and words, nothing else of ours.',
    from: { path: '^app/enhance/', pathNot: TESTS },
    to: {
      path: '^(app|emails|prisma)/',
      pathNot: '^app/(enhance/|i18n/|features/([^/]+/(rules|schema)([.]ts$|/)|testimonies/guard/))',
    },
  }),
  error('enhance-ships-no-framework', {
    comment: 'The public pages work without a framework; the little script stays little.',
    from: { path: '^app/enhance/', pathNot: TESTS },
    to: { path: 'node_modules/(react|react-dom|@remix-run|i18next)/' },
  }),
]

const roomRules = [
  error('every-room-is-on-the-plan', {
    comment: 'A new folder of app/ or app/features/ is written into the floors above first.',
    from: { path: '^app/[^/]+/', pathNot: ['^app/(routes|http|enhance|ui|i18n|infra)/', `^app/features/(${ROOMS})/`] },
    to: {},
  }),
  error('only-reads-and-writes-reach-the-database', {
    comment: 'Put it in queries, commands, jobs or personal-data (.server.ts, or a folder of verbs of that name).',
    from: { path: '^app/features/', pathNot: [...READS_AND_WRITES, TESTS] },
    to: { path: '^app/infra/db/' },
  }),
  error('only-server-files-reach-infra', {
    comment: 'Pages and rules are given what they need; settings, logs and keys stay in .server files.',
    from: { path: '^app/features/', pathNot: ['[.]server[.]tsx?$', TESTS] },
    to: { path: '^app/infra/', pathNot: ['^app/infra/db/', PURE_BELOW] },
  }),
  error('what-a-page-shows-is-not-server-code', {
    comment: 'A page of a room may import the type of a query, never the query: it would travel to the browser.',
    from: { path: ['^app/features/[^/]+/ui/', '^app/ui/'], pathNot: TESTS },
    to: { path: '[.]server[.]', dependencyTypesNot: ['type-only'] },
  }),
  error('rules-and-schemas-are-pure', {
    comment: 'rules, schema and policy decide from their arguments alone.',
    from: { path: [PURE, PURE_BELOW], pathNot: TESTS },
    to: {
      path: '^app/(infra|i18n|ui)/|[.]server[.]|node_modules/(@prisma|pg|nodemailer|react|@remix-run|express|pino)/',
      pathNot: PURE_BELOW,
    },
  }),
  error('rules-and-schemas-use-no-node-core', {
    comment: 'They also run in the browser.',
    from: { path: [PURE, PURE_BELOW], pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  }),
  error('features-do-not-know-http', {
    comment: 'A command takes values and returns an outcome; requests and redirects belong to routes.',
    from: { path: '^app/features/', pathNot: '^app/features/[^/]+/ui/' },
    to: { path: 'node_modules/(@remix-run|express)/' },
  }),
]

const everywhereRules = [
  error('no-cycles', {
    comment: 'Move what both need into a third file, usually schema.ts.',
    from: {},
    to: { circular: true },
  }),
  error('the-house-does-not-stand-on-its-scaffold', {
    comment: 'What is shipped never imports tests, benchmarks or their support.',
    from: { path: '^(app|emails|prisma)/', pathNot: TESTS },
    to: { path: ['^(e2e|bench|[.]ci)/', TESTS] },
  }),
  error('seeds-are-planted-by-the-starters', {
    comment: 'Migrations, seeds and factories are for the starters, the commands and tests.',
    from: { path: '^(app|emails)/', pathNot: [STARTERS, TESTS] },
    to: { path: '^prisma/' },
  }),
  error('not-to-dev-package', {
    comment: 'An installation without development packages must still run.',
    from: { path: '^(app|emails|prisma)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  }),
  error('not-to-unlisted-package', {
    comment: 'npm install it, or it works only by luck.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  }),
  error('not-to-unresolvable', {
    comment: 'This file or package does not exist.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  }),
]

module.exports = {
  forbidden: [...everywhereRules, ...doorRules, ...groundRules, ...roomRules, ...floorRules],
  options: {
    doNotFollow: { path: 'node_modules|^app/infra/db/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
