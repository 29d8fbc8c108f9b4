import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { office } from '#test/office.ts'
import { registerPeople } from '../record/index.ts'

const draft = (name: string) => ({
  values: { name },
  phones: [],
  unitId: null,
  managingUnitId: null,
  placeCode: null,
  tags: [],
  source: '登记',
})

test('the planner knows of the first hundreds at once, so that the rest of a roster is not written by scans', async (t) => {
  const o = await office()
  t.after(() => o.close())
  const known = () =>
    o.act(async (ctx) => {
      const rows = await sql<{ n: number }>`select reltuples::int as n from pg_class where relname = 'person'`.execute(
        ctx.db,
      )
      return rows.rows[0]?.n ?? 0
    })
  await o.act((ctx) => registerPeople(ctx, [draft('王秀英')]))
  assert.ok((await known()) <= 0)
  await o.act((ctx) =>
    registerPeople(
      ctx,
      Array.from({ length: 120 }, (_, at) => draft(`群众${at}`)),
    ),
  )
  assert.ok((await known()) >= 120)
})

test('contacts and family are written down with the person', async (t) => {
  const o = await office()
  t.after(() => o.close())
  const kin = {
    birthOn: '1955',
    isLiving: true,
    workUnit: null,
    health: null,
    subsidyCents: null,
    linkedPersonId: null,
    note: null,
  }
  const [id] = await o.act((ctx) =>
    registerPeople(ctx, [
      {
        ...draft('单雄山'),
        contacts: [{ relation: '2', name: '单志强', landline: null, mobile: '16012345678' }],
        family: [{ relation: '1', name: '李桂兰', phone: '16112345678', ...kin }],
      },
    ]),
  )
  const [contact, member] = await o.act(async (ctx) => [
    await ctx.db
      .selectFrom('person_contact')
      .selectAll()
      .where('person_id', '=', id ?? '')
      .executeTakeFirst(),
    await ctx.db
      .selectFrom('family_member')
      .selectAll()
      .where('person_id', '=', id ?? '')
      .executeTakeFirst(),
  ])
  assert.deepEqual([contact?.name, member?.name], ['单志强', '李桂兰'])
  await o.act(async (ctx) => {
    const rows = await sql<{
      sealed: Buffer
      secret: Buffer
    }>`select mobile_sealed as sealed, p.secret from person_contact join person p on p.id = person_id`.execute(ctx.db)
    const [row] = rows.rows
    assert.equal(ctx.vault.of(row?.secret ?? null).open(row?.sealed ?? Buffer.alloc(0)), '16012345678')
    assert.throws(() => ctx.vault.of(Buffer.alloc(32)).open(row?.sealed ?? Buffer.alloc(0)))
  })
})
