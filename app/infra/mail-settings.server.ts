import { z } from 'zod'

/** A variable that is set to nothing is not set. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What the environment may say of mail, each with what is wrong and an example. */
export const mailSettings = {
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\/.+/, { error: 'must look like smtp://user:password@host:587' })),
  MAIL_FROM: optional(
    z.string().regex(/^(?:[^<>\r\n]{0,100}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must look like "Collectif <nouvelles@example.org>"',
    }),
  ),
  BOUNCE_ADDRESS: optional(
    z.string().regex(/^[a-z\d][a-z\d_-]{0,13}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{1,62}$/, {
      error: 'must be an address in small letters with at most 14 of them before the @, such as b@bounces.example.org',
    }),
  ),
  BOUNCE_IMAP_URL: optional(
    z.string().regex(/^imaps?:\/\/[^\s/]+/, {
      error: 'must look like imaps://user:password@imap.example.org/INBOX',
    }),
  ),
  MAILING_SECOND_APPROVAL: optional(
    z
      .string()
      .regex(/^\d{1,9}$/, {
        error:
          'must be the number of receivers above which a second person agrees, for example 1000; 0 asks for one each time',
      })
      .transform(Number),
  ),
  DKIM_PRIVATE_KEY: optional(z.string()),
  DKIM_DOMAIN: optional(z.string()),
  DKIM_SELECTOR: optional(z.string()),
}
