import { createHmac, randomInt } from 'node:crypto'
import { keyring, type Keyring } from './keys.server.ts'
import { checkSymbol, receiptAlphabet, receiptSymbols } from './receipt-code.ts'

/** A new receipt code: 23 symbols of chance (115 bits; ASVS 5.0 6.5.2 asks for 112) and a check symbol. */
export function newReceipt(): string {
  const symbols = Array.from({ length: receiptSymbols - 1 }, () =>
    receiptAlphabet.charAt(randomInt(receiptAlphabet.length)),
  ).join('')
  return symbols + checkSymbol(symbols)
}

/** What is stored of a receipt: a keyed hash. With 115 bits of chance a slow hash would only help an attacker tire us. */
export const receiptHash = (code: string, ring: Keyring = keyring()): Buffer<ArrayBuffer> =>
  Buffer.from(createHmac('sha256', ring.receiptKey).update(code).digest())
