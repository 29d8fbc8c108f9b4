import { createHash } from 'node:crypto'
import { officeDay } from './clock.ts'
import type { Ctx } from './ctx.ts'
import { newId } from './ids.ts'
import { ensure, notFound } from './refuse.ts'

export type StoredFile = { id: string; name: string; mediaType: string; bytes: Uint8Array }

/** Keeps a file, sealed, in the database, so that one backup holds everything. Returns its id. */
export async function storeFile(ctx: Ctx, file: Omit<StoredFile, 'id'>): Promise<string> {
  const id = newId(ctx.now.getTime())
  const row = {
    id,
    county: ctx.actor.county,
    name: file.name,
    media_type: file.mediaType,
    byte_count: file.bytes.byteLength,
  }
  const sha256 = createHash('sha256').update(file.bytes).digest()
  const sealed = ctx.vault.sealBytes(file.bytes)
  await ctx.db
    .insertInto('stored_file')
    .values({
      ...row,
      content_sealed: sealed,
      sha256,
      stored_by: ctx.actor.accountId,
      stored_at: ctx.now.toISOString(),
    })
    .execute()
  return id
}

export async function readFile(ctx: Ctx, id: string): Promise<StoredFile> {
  const row = await ctx.db
    .selectFrom('stored_file')
    .select(['id', 'name', 'media_type', 'content_sealed'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .executeTakeFirst()
  ensure(row, notFound)
  return { id: row.id, name: row.name, mediaType: row.media_type, bytes: ctx.vault.openBytes(row.content_sealed) }
}

/** Destroys what a file held and what it was called; its row stays for whatever points to it. */
export async function emptyFile(ctx: Ctx, id: string): Promise<void> {
  const content = Buffer.alloc(0)
  const sha256 = createHash('sha256').update(content).digest()
  await ctx.db
    .updateTable('stored_file')
    .set({ name: '-', content_sealed: ctx.vault.sealBytes(content), sha256, byte_count: 0 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}

export function fileName(ctx: Pick<Ctx, 'now'>, words: string, extension: string): string {
  return `${words}-${officeDay(ctx.now)}.${extension}`
}
