import { config } from '#app/infra/config.server.ts'
import { machineLoader } from './machine-loader.server.ts'
import { apiDocument } from './openapi/document.ts'
import { methodNotAllowed, replyJson } from './reply.server.ts'

/** The description of everything below /api/v1, for programs: OpenAPI 3.1. */
export const loader = machineLoader(() => replyJson(apiDocument(config().appUrl)))

export const action = methodNotAllowed
