import { type Vault, vault } from '#platform/crypto/index.ts'

/** Keys of the bench: its people are synthetic, so everybody may know them. */
export function benchVault(): Vault {
  return vault({ id: 1, data: Buffer.alloc(32, 1), index: Buffer.alloc(32, 2), profile: 'sm4' })
}
