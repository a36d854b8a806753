import { machineLoader } from './machine-loader.server.ts'
import { unknownAddress } from './reply.server.ts'

export const loader = machineLoader(unknownAddress)

export const action = unknownAddress
