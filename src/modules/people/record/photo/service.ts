import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { readFile } from '#platform/files.ts'
import { cleanPicture } from '#platform/picture/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { refuseMarked } from '#platform/secrecy/index.ts'
import { noteChange, type PersonRow } from '../../book/index.ts'
import { loadForChange, loadPerson } from '../../policy.ts'
import { ensureConsent } from '../../privacy/consents/gate/index.ts'
import { dropFiles, storePersonFile } from '../../privacy/files/index.ts'
import type { contract } from '../contract.ts'
import { notAPhoto } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** Keeps the picture of a photograph and nothing else of its file; what it is, is judged by its bytes, not by its name. The one before has lost its purpose and goes. */
export async function setPhoto(ctx: Ctx, input: In<'setPhoto'>): Out<'setPhoto'> {
  const row = await loadForChange(ctx, input.id)
  const picture = cleanPicture(input.bytes)
  ensure(picture, notAPhoto)
  refuseMarked({ name: '', bytes: input.bytes })
  await ensureConsent(ctx, row.id, ['photo'])
  await dropFiles(ctx, [row.id], 'photo')
  const { kind, bytes } = picture
  const content = { name: `photo.${kind}`, mediaType: `image/${kind}`, bytes }
  const file = await storePersonFile(ctx, row.id, { ...content, kind: 'photo' })
  await point(ctx, row, file)
  return { ok: true }
}

export async function readPhoto(ctx: Ctx, input: In<'readPhoto'>): Out<'readPhoto'> {
  const row = await loadPerson(ctx, input.id)
  ensure(row.photo_file_id && ctx.actor.sees.has('pi'), notFound)
  return readFile(ctx, row.photo_file_id)
}

export async function removePhoto(ctx: Ctx, input: In<'removePhoto'>): Out<'removePhoto'> {
  const row = await loadForChange(ctx, input.id)
  ensure(row.photo_file_id, notFound)
  await dropFiles(ctx, [row.id], 'photo')
  await point(ctx, row, null)
  return { ok: true }
}

async function point(ctx: Ctx, row: PersonRow, file: string | null): Promise<void> {
  await ctx.db
    .updateTable('person')
    .set({ photo_file_id: file, updated_at: ctx.now.toISOString() })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
  const [from, to] = [row.photo_file_id ? '有' : '无', file ? '有' : '无']
  await noteChange(ctx, row, { key: 'photo', from, to, cause: 'edit' })
}
