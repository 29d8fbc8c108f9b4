import { z } from 'zod'
import { classed, done, endpoint, fileAnswer, listOf, nothing, rowId } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { bind } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound, refusal } from '#platform/refuse.ts'

/** A notice board: a small room with one door of every kind. Its notices lie in a table of the tenant that is empty otherwise. */
const tornDown = refusal('board.torn_down', 409, (p: { text: string }) => ({
  zh: `公告“${p.text}”已被取下。`,
  en: `The notice “${p.text}” was torn down.`,
}))
const words = { zh: '公告', en: 'Notices' }
const notice = z.object({ text: z.string(), phone: classed(z.string(), 'pi', 'phone') })
export const board = {
  listNotices: endpoint({
    method: 'get',
    path: '/board-notices',
    permission: 'people.read',
    summary: words,
    input: nothing,
    output: listOf(notice),
  }),
  readNotice: endpoint({
    method: 'get',
    path: '/board-notices/:code',
    permission: 'people.read',
    summary: words,
    input: z.object({ code: z.string() }),
    output: notice,
  }),
  pinNotice: endpoint({
    method: 'post',
    path: '/board-notices',
    permission: 'people.write',
    summary: words,
    input: z.object({ text: z.string().min(1), phone: z.string(), code: z.string().optional() }),
    output: z.object({ id: rowId }),
    refusals: [tornDown],
  }),
  changeNotice: endpoint({
    method: 'put',
    path: '/board-notices/:code',
    permission: 'people.write',
    summary: words,
    input: z.object({ code: z.string(), phone: z.string() }),
    output: done,
  }),
  clearBoard: endpoint({
    method: 'delete',
    path: '/board-notices',
    permission: 'operations.manage',
    summary: words,
    input: nothing,
    output: done,
  }),
  mySelf: endpoint({
    method: 'get',
    path: '/board-notices-mine',
    permission: 'signed-in',
    summary: words,
    input: nothing,
    output: z.object({ name: z.string() }),
  }),
  openHours: endpoint({
    method: 'get',
    path: '/board-notices-hours',
    permission: 'public',
    summary: words,
    input: nothing,
    output: z.object({ hours: z.string() }),
  }),
  wrongAnswer: endpoint({
    method: 'get',
    path: '/board-notices-wrong',
    permission: 'public',
    summary: words,
    input: nothing,
    output: z.object({ count: z.int() }),
  }),
  sneak: endpoint({
    method: 'get',
    path: '/board-notices-sneak',
    permission: 'people.read',
    summary: words,
    input: nothing,
    output: done,
  }),
  printBoard: endpoint({
    method: 'get',
    path: '/board-notices-print',
    permission: 'people.read',
    summary: words,
    input: z.object({ type: z.string().default('text/plain') }),
    output: fileAnswer,
    answer: 'file',
  }),
  bringPicture: endpoint({
    method: 'post',
    path: '/board-notices-pictures',
    permission: 'people.write',
    summary: words,
    input: z.object({ name: z.string(), width: z.int() }),
    output: z.object({ name: z.string(), width: z.int(), bytes: z.int() }),
    body: 'bytes',
    maxBytes: 2048,
  }),
}

async function pin(ctx: Ctx, { text, phone }: { text: string; phone: string }): Promise<{ id: string }> {
  const used_at = ctx.now.toISOString()
  await ctx.db
    .insertInto('import_synonym')
    .values({ county: ctx.actor.county, header: text, field: phone, used_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = newId(ctx.now.getTime())
  ctx.emit({ type: 'board.pinned', data: { id } })
  ctx.enqueue({ task: 'board.read_aloud', payload: { id } })
  ctx.note({ action: 'looked', detail: { fields: ['text'] } })
  ensure(text !== '取下', () => tornDown({ text }))
  if (text === '坏掉') throw new Error('the secret of the board')
  return { id }
}

const notices = (ctx: Ctx) => ctx.db.selectFrom('import_synonym').select(['header as text', 'field as phone'])
export const boardRoutes = bind(board, {
  listNotices: async (ctx) => {
    const items = await notices(ctx).orderBy('header').execute()
    return { items, total: items.length }
  },
  readNotice: async (ctx, { code }) => {
    const found = await notices(ctx).where('header', '=', code).executeTakeFirst()
    ensure(found, notFound)
    return found
  },
  pinNotice: pin,
  changeNotice: async (ctx, { code, phone }) => {
    await ctx.db.updateTable('import_synonym').set({ field: phone }).where('header', '=', code).execute()
    return { ok: true } as const
  },
  clearBoard: async (ctx) => {
    await ctx.db.deleteFrom('import_synonym').execute()
    return { ok: true } as const
  },
  mySelf: async (ctx) => ({ name: ctx.actor.name }),
  openHours: async () => ({ hours: '8:30—17:30' }),
  wrongAnswer: async () => ({ count: '13912345678' as unknown as number }), // on purpose outside the contract
  sneak: async (ctx) => {
    await ctx.db.deleteFrom('import_synonym').execute()
    return { ok: true } as const
  },
  printBoard: async (_ctx, { type }) => ({ name: "公告's (1)*.txt", mediaType: type, bytes: Buffer.from('公告') }),
  bringPicture: async (_ctx, { name, width, bytes }) => ({ name, width, bytes: bytes.byteLength }),
})
