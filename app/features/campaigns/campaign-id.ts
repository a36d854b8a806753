import { z } from 'zod'

const mostOfAnInteger = 2_147_483_647

/** Which campaign a form of the team is about; `error` is the key of what to say when it names none. */
export const campaignIdOr = (error: string) =>
  z.coerce.number({ error }).int(error).positive(error).max(mostOfAnInteger, error)
