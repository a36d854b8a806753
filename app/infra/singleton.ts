const drawer = Symbol.for('portevoix.singletons')

type Drawer = Map<string, unknown>

/** The drawer of the process, once it was found: it is asked for at every step of the hot path. */
let found: Drawer | undefined

function open(): Drawer {
  if (found) return found
  const known: unknown = Reflect.get(globalThis, drawer)
  const made: Drawer = known instanceof Map ? known : new Map()
  Reflect.set(globalThis, drawer, made)
  found = made
  return made
}

/**
 * One instance per process, whoever asks. The front door runs from source and the pages from Remix's bundle: the same
 * module exists twice, its state must not (docs/decisions/0002).
 */
export function singleton<T>(name: string, make: () => T): T {
  const instances = open()
  let instance = instances.get(name)
  if (instance === undefined) {
    instance = make()
    instances.set(name, instance)
  }
  // The name is the type's only witness: each name is used in one module.
  return instance as T
}

/** Forgets an instance, so that the next to ask makes a new one. For a database that changes, as in tests. */
export function forgetSingleton(name: string): void {
  open().delete(name)
}
