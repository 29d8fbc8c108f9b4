import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { readFile, storeFile } from '#platform/files.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { cleanPicture } from '#platform/picture/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { refuseMarked } from '#platform/secrecy/index.ts'
import { lockGathering, mayManage } from '../policy.ts'
import { linesOf } from '../rows/index.ts'
import { outsideArea } from '../words.ts'
import type { contract } from './contract.ts'
import { notAPhoto, tooMany } from './words.ts'

type Doors = typeof contract

const MOST = 20

/** Faces are personal: who reads of a gathering without working with people sees that there are pictures, and no picture. */
const maySee = (ctx: Ctx) => ctx.actor.sees.has('pi')

async function listGatheringPhotos(
  ctx: Ctx,
  { id }: Input<Doors['listGatheringPhotos']>,
): Promise<Output<Doors['listGatheringPhotos']>> {
  const line = await linesOf(ctx).where('g.id', '=', id).executeTakeFirst()
  ensure(line, notFound)
  const items = await photosOf(ctx, id)
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'f.county').onRef('a.id', '=', 'f.added_by'))
    .select(['f.id', 'f.caption', 'f.added_at as addedAt', 'a.name as by'])
    .orderBy('f.added_at')
    .orderBy('f.id')
    .execute()
  return { items, can: { add: mayManage(ctx.actor, line.place_code), see: maySee(ctx) } }
}

const photosOf = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('gathering_photo as f').where('f.county', '=', ctx.actor.county).where('f.gathering_id', '=', id)

async function addGatheringPhoto(
  ctx: Ctx,
  { id, caption, bytes }: Input<Doors['addGatheringPhoto']>,
): Promise<Output<Doors['addGatheringPhoto']>> {
  const gathering = await lockGathering(ctx, id)
  ensure(mayManage(ctx.actor, gathering.place_code), outsideArea)
  const picture = cleanPicture(bytes)
  ensure(picture, notAPhoto)
  refuseMarked({ name: '', bytes })
  const kept = await photosOf(ctx, id).select('f.id').execute()
  ensure(kept.length < MOST, () => tooMany({ most: MOST }))
  const { kind } = picture
  const file = { name: `gathering.${kind}`, mediaType: `image/${kind}`, bytes: picture.bytes }
  const photoId = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('gathering_photo')
    .values({
      county: ctx.actor.county,
      id: photoId,
      gathering_id: id,
      file_id: await storeFile(ctx, file),
      caption: caption || null,
      added_by: ctx.actor.accountId,
      added_at: ctx.now.toISOString(),
    })
    .execute()
  return { photoId }
}

async function fileOf(ctx: Ctx, id: string, photoId: string): Promise<string> {
  const row = await photosOf(ctx, id).select('f.file_id').where('f.id', '=', photoId).executeTakeFirst()
  ensure(row, notFound)
  return row.file_id
}

async function readGatheringPhoto(
  ctx: Ctx,
  { id, photoId }: Input<Doors['readGatheringPhoto']>,
): Promise<Output<Doors['readGatheringPhoto']>> {
  ensure(maySee(ctx), notFound)
  return readFile(ctx, await fileOf(ctx, id, photoId))
}

async function removeGatheringPhoto(
  ctx: Ctx,
  { id, photoId }: Input<Doors['removeGatheringPhoto']>,
): Promise<{ ok: true }> {
  const gathering = await lockGathering(ctx, id)
  ensure(mayManage(ctx.actor, gathering.place_code), outsideArea)
  const file = await fileOf(ctx, id, photoId)
  const county = ctx.actor.county
  await ctx.db.deleteFrom('gathering_photo').where('county', '=', county).where('id', '=', photoId).execute()
  await ctx.db.deleteFrom('stored_file').where('county', '=', county).where('id', '=', file).execute()
  return { ok: true }
}

export const service: Service<Doors> = {
  listGatheringPhotos,
  addGatheringPhoto,
  readGatheringPhoto,
  removeGatheringPhoto,
}
