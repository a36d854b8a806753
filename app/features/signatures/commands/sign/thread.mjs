// The loader that reads TypeScript stays behind in the thread that was started with it: each thread registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./thread-orders.server.ts')
