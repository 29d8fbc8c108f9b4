import type { Ctx } from '#platform/ctx.ts'
import { readFile, type StoredFile, storeFile } from '#platform/files.ts'
import { ensure, notFound } from '#platform/refuse.ts'

type Kind = 'photo' | 'evidence'

/** Keeps a file that is about one person and remembers whose it is, so that it goes when the person goes. */
export async function storePersonFile(
  ctx: Ctx,
  personId: string,
  file: Omit<StoredFile, 'id'> & { kind: Kind },
): Promise<string> {
  const { kind, ...content } = file
  const id = await storeFile(ctx, content)
  const row = { county: ctx.actor.county, file_id: id, person_id: personId, kind, at: ctx.now.toISOString() }
  await ctx.db.insertInto('person_file').values(row).execute()
  return id
}

/** A file brought for somebody else is no evidence here. */
export async function ensureOwnFile(ctx: Ctx, personId: string, fileId: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('person_file')
    .select('file_id')
    .where('county', '=', ctx.actor.county)
    .where('person_id', '=', personId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  ensure(found, notFound)
}

export async function readPersonFile(ctx: Ctx, personId: string, fileId: string): Promise<StoredFile> {
  await ensureOwnFile(ctx, personId, fileId)
  return readFile(ctx, fileId)
}

export async function dropFiles(ctx: Ctx, people: readonly string[], kind?: Kind): Promise<void> {
  const { county } = ctx.actor
  const base = ctx.db
    .selectFrom('person_file')
    .select(['file_id', 'kind'])
    .where('county', '=', county)
    .where('person_id', 'in', people)
  const files = await (kind ? base.where('kind', '=', kind) : base).execute()
  if (!files.length) return
  const ids = files.map((file) => file.file_id)
  await ctx.db
    .updateTable('person')
    .set({ photo_file_id: null })
    .where('county', '=', county)
    .where('photo_file_id', 'in', ids)
    .execute()
  await ctx.db.deleteFrom('stored_file').where('county', '=', county).where('id', 'in', ids).execute()
}
