export type { CipherProfile } from './cipher.ts'
export { type Key, type KeyAlgorithm, type Keys, newest, type Ring } from './ring.ts'
export { type Vault, vault } from './vault.ts'
