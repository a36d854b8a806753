import { config } from '#app/infra/config.server.ts'

/** The address of a page as the world knows it, from APP_URL and never from the request's Host. */
export const publicUrl = (path: string): string => `${config().appUrl}${path}`
