import { randomBytes } from 'node:crypto'
import { decrypt, encrypt } from './cipher.ts'

/** Its own bytes never leave it. The software provider keeps it in a file of the home; a hardware module (GM/T 0018, PKCS#11) stands in the same place. */
export type KeyProvider = {
  /** Written beside the wrapped keys: a home is opened by the provider that closed it. */
  name: string
  /** Both ask the module, which may be another machine. A wrapped key that was changed or wrapped elsewhere is refused. */
  wrap: (key: Buffer) => Promise<Buffer>
  unwrap: (wrapped: Buffer) => Promise<Buffer>
}

const MASTER_BYTES = 32

export const newMaster = (): Buffer => randomBytes(MASTER_BYTES)

/** The master as bytes in this process: what a site has that bought no module. */
export function softwareProvider(master: Buffer): KeyProvider {
  if (master.length !== MASTER_BYTES) throw new Error('a master key has 32 bytes')
  return {
    name: 'software',
    wrap: async (key) => encrypt('aes', master, key),
    unwrap: async (wrapped) => decrypt('aes', master, wrapped),
  }
}
