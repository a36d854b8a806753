declare module '*.ttf?inline' {
  /** A `data:` address that holds the whole font. */
  const address: string
  export default address
}
