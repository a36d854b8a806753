declare module 'virtual:enhance/site' {
  const url: string
  export default url
}
