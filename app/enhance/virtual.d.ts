declare module 'virtual:enhance/site' {
  const url: string
  export default url
}

declare module 'virtual:enhance/work' {
  const url: string
  export default url
}

declare module 'virtual:enhance/deposit' {
  const url: string
  export default url
}

declare module 'virtual:enhance/guard' {
  const url: string
  export default url
}

declare module 'virtual:enhance/proof' {
  const url: string
  export default url
}

declare module 'virtual:enhance/frame' {
  const url: string
  export default url
}

declare module 'virtual:enhance/scoring' {
  const url: string
  export default url
}

declare module 'virtual:enhance/letter' {
  const url: string
  export default url
}

declare module 'virtual:enhance/tree' {
  const url: string
  export default url
}

declare module 'virtual:enhance/calculator' {
  const url: string
  export default url
}
