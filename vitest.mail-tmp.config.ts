import { mergeConfig } from 'vitest/config'
import root from './vitest.config.ts'
const alias = { '#app/infra/db/listen.server.ts': '/tmp/mail/listen.server.ts' }
const c: any = mergeConfig(root, {})
c.test.projects = c.test.projects.map((p: any) => ({ ...p, resolve: { alias } }))
export default c
