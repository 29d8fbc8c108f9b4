import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { readFile, storeFile } from '#platform/files.ts'
import type { Service } from '#platform/http/bind.ts'
import { cleanPicture } from '#platform/picture/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { isSmallEnough, MOST_BYTES, MOST_SIDE } from './rules.ts'
import { notAPicture, tooLarge } from './words.ts'

type Doors = typeof contract

/** Only the picture is kept: where and with what it was taken is nobody's affair. */
async function putItemPicture(ctx: Ctx, { id, bytes }: Input<Doors['putItemPicture']>): Promise<{ ok: true }> {
  const former = await pictureOf(ctx, id, true)
  const picture = cleanPicture(bytes)
  ensure(picture, notAPicture)
  ensure(isSmallEnough(picture), () => tooLarge({ side: MOST_SIDE, kilobytes: Math.floor(MOST_BYTES / 1_000) }))
  const { kind } = picture
  const file = await storeFile(ctx, { name: `item.${kind}`, mediaType: `image/${kind}`, bytes: picture.bytes })
  await hang(ctx, id, { next: file, former })
  return { ok: true }
}

async function removeItemPicture(ctx: Ctx, { id }: Input<Doors['removeItemPicture']>): Promise<{ ok: true }> {
  const former = await pictureOf(ctx, id, true)
  ensure(former, notFound)
  await hang(ctx, id, { next: null, former })
  return { ok: true }
}

async function readItemPicture(
  ctx: Ctx,
  { id }: Input<Doors['readItemPicture']>,
): Promise<Output<Doors['readItemPicture']>> {
  const file = await pictureOf(ctx, id)
  ensure(file, notFound)
  return readFile(ctx, file)
}

async function pictureOf(ctx: Ctx, id: string, lock = false): Promise<string | null> {
  const item = ctx.db.selectFrom('bank_item').select('picture_id').where('county', '=', ctx.actor.county)
  const mine = item.where('id', '=', id)
  const row = await (lock ? mine.forUpdate() : mine).executeTakeFirst()
  ensure(row, notFound)
  return row.picture_id
}

/** What was replaced is no longer anybody's, and goes. */
async function hang(ctx: Ctx, id: string, { next, former }: { next: string | null; former: string | null }) {
  const { county } = ctx.actor
  const item = ctx.db.updateTable('bank_item').set({ picture_id: next })
  await item.where('county', '=', county).where('id', '=', id).execute()
  if (former) await ctx.db.deleteFrom('stored_file').where('county', '=', county).where('id', '=', former).execute()
}

export const service: Service<Doors> = { putItemPicture, removeItemPicture, readItemPicture }
