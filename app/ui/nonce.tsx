import { createContext, useContext } from 'react'

const NonceContext = createContext('')

/** The page's Content-Security-Policy nonce: given on the server, empty in the browser, where React keeps the attribute as it is. */
export const NonceProvider = NonceContext.Provider

export const useNonce = (): string => useContext(NonceContext)
