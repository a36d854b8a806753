const drawer = Symbol.for('portevoix.singletons')

type Drawer = Map<string, unknown>

function open(): Drawer {
  const known: unknown = Reflect.get(globalThis, drawer)
  if (known instanceof Map) return known
  const made: Drawer = new Map()
  Reflect.set(globalThis, drawer, made)
  return made
}

/**
 * One instance per process, whoever asks. The front door runs from source and the pages from Remix's bundle: the same
 * module exists twice, its state must not (docs/decisions/0002).
 */
export function singleton<T>(name: string, make: () => T): T {
  const instances = open()
  if (!instances.has(name)) instances.set(name, make())
  // The name is the type's only witness: each name is used in one module.
  return instances.get(name) as T
}

/** Forgets an instance, so that the next to ask makes a new one. For a database that changes, as in tests. */
export function forgetSingleton(name: string): void {
  open().delete(name)
}
