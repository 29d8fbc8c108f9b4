import type { Ctx } from '#platform/ctx.ts'
import type { Bilingual } from '#platform/words.ts'

export type MessageText = Bilingual

type Owner = { personId: string | null; secret: Uint8Array | null }

/** What was told to a person opens only with that person's secret. */
export function sealText(ctx: Ctx, { personId, secret }: Owner, text: MessageText): Buffer {
  return (personId === null ? ctx.vault : ctx.vault.of(secret)).seal(JSON.stringify(text))
}

/** Null where the person has been erased. */
export function openText(ctx: Ctx, { personId, secret }: Owner, sealed: Uint8Array): MessageText | null {
  if (personId !== null && secret === null) return null
  const text = (personId === null ? ctx.vault : ctx.vault.of(secret)).open(sealed)
  return JSON.parse(text) as MessageText // sealText wrote it
}
