import { logLoader } from './log-answer.server.ts'
import { methodNotAllowed, replyJson } from './reply.server.ts'

export const loader = logLoader(({ head }) => replyJson(head))

export const action = methodNotAllowed
