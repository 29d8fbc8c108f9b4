export type { CipherProfile } from './cipher.ts'
export { type Key, type KeyAlgorithm, type Keys, type KeyState, newest, profileOf, type Ring, ringOf } from './ring.ts'
export { Erased, type Vault, vault } from './vault.ts'
