// Adds to package-lock.json the optional packages of other platforms that a registry mirror did not have when the lock file was
// written: `npm ci` refuses a lock file that lacks them, on every machine. Run it after `npm install` when `npm ci` says
// "Missing: … from lock file". Entries without an integrity are never fetched on a platform they are not for.
import { readFileSync, writeFileSync } from 'node:fs'

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openbsd',
  'netbsd',
  'win32',
  'windows',
  'openharmony',
  'sunos',
  'aix',
]
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el']
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const { '': root, ...known } = lock.packages
const has = (name) => Object.keys(known).some((place) => place.endsWith(`node_modules/${name}`))

function entry(name, range, dev) {
  const system = systems.find((one) => new RegExp(`(^|[-/])${one}(-|$)`).test(name))
  const processor = processors.find((one) => new RegExp(`-${one}(eabi|-|$)`).test(name))
  return {
    version: /\d+\.\d+\.\d+[-\w.]*/.exec(range)?.[0],
    ...(processor && { cpu: [processor] }),
    ...(dev && { dev: true }),
    optional: true,
    ...(system && { os: [system === 'windows' ? 'win32' : system] }),
  }
}

const missing = Object.values(known).flatMap(({ optionalDependencies = {}, dev }) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !has(name))
    .map(([name, range]) => [`node_modules/${name}`, entry(name, range, dev)]),
)
const packages = Object.fromEntries(
  Object.entries({ ...known, ...Object.fromEntries(missing) }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: { '': root, ...packages } }, null, 2)}\n`)
console.log(`${missing.length} entries added`)
