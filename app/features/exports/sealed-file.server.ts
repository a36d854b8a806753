import { newDataKey, openWith, sealWith, type DataKey } from '#app/infra/vault/data-key.server.ts'
import { seal, unseal } from '#app/infra/vault/seal.server.ts'

const place = (column: 'sealed_data_key' | 'sealed_file_key', id: string) => ({ table: 'export_job', column, row: id })
const chunkPlace = (id: string, n: number) => ({ table: 'export_chunk', column: 'sealed', row: `${id}/${n}` })

const sealKey = (key: Uint8Array, column: 'sealed_data_key' | 'sealed_file_key', id: string) =>
  Uint8Array.from(seal(Buffer.from(key).toString('base64'), place(column, id)))
const openKey = (sealed: Uint8Array, column: 'sealed_data_key' | 'sealed_file_key', id: string) =>
  Buffer.from(unseal(sealed, place(column, id)), 'base64')

export const sealFileKey = (key: Uint8Array, id: string) => sealKey(key, 'sealed_file_key', id)
export const openFileKey = (sealed: Uint8Array, id: string): Buffer => openKey(sealed, 'sealed_file_key', id)

/** A key for one file at rest: without it its chunks are noise, also in a backup made while they were there. */
export function newFileAtRest(id: string): { key: DataKey; sealedDataKey: Uint8Array<ArrayBuffer> } {
  const key = newDataKey()
  return { key, sealedDataKey: sealKey(key.bytes, 'sealed_data_key', id) }
}

export const openDataKey = (sealed: Uint8Array, id: string): DataKey => ({
  bytes: openKey(sealed, 'sealed_data_key', id),
})

export const sealChunk = (key: DataKey, { id, n }: { id: string; n: number }, bytes: Uint8Array) =>
  sealWith(key, bytes, chunkPlace(id, n))
/** @throws SealBroken */
export const openChunk = (key: DataKey, { id, n }: { id: string; n: number }, sealed: Uint8Array): Buffer =>
  openWith(key, sealed, chunkPlace(id, n))
