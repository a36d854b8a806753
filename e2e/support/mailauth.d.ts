/** What we use of it; it has no types of its own. */
declare module 'mailauth/lib/dkim/verify.js' {
  interface Verified {
    status: { result: string }
    signingHeaders?: { keys: string }
  }
  export function dkimVerify(
    message: Buffer,
    options: { resolver: (name: string, type: string) => Promise<string[][]> },
  ): Promise<{ results: Verified[] }>
}
