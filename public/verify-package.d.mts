export interface FoundPackage {
  name: string
  confirmed: number
  files: number
  wrong: string[]
}

export function verifyPackage(read: (name: string) => Promise<Buffer>, key: string): Promise<FoundPackage>
