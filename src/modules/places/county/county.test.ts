import assert from 'node:assert/strict'
import test from 'node:test'
import { office } from '#test/office.ts'
import { loadCounty, placeDirectory } from './index.ts'

test('a county gets its streets and communities from the shipped table, once', async () => {
  const o = await office()
  try {
    const loaded = await o.act((ctx) => loadCounty(ctx, o.county))
    assert.deepEqual(loaded, { streets: 12, communities: 443 })
    const again = await o.act((ctx) => loadCounty(ctx, o.county))
    assert.deepEqual(again, loaded)
    const { n } = await o.act((ctx) =>
      ctx.db
        .selectFrom('place')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow(),
    )
    assert.equal(Number(n), 1 + 12 + 443)
  } finally {
    await o.close()
  }
})

test('a number that is no county is refused in words', async () => {
  const o = await office()
  try {
    await assert.rejects(
      o.act((ctx) => loadCounty(ctx, 371499)),
      { code: 'places.no_such_county' },
    )
  } finally {
    await o.close()
  }
})

test('the importer is told the standing streets and communities with their old names', async () => {
  const o = await office()
  try {
    await o.act(async (ctx) => {
      await loadCounty(ctx, o.county)
      const street = ctx.db.updateTable('place').where('short', '=', '邢侗街道')
      await street.set({ former_names: ['城关镇'] }).execute()
      await ctx.db.updateTable('place').where('short', '=', '瑞恒社区').set({ valid_to: '2026-01-01' }).execute()
    })
    const { streets } = await o.act(placeDirectory)
    const [xingtong] = streets
    assert.equal(streets.length, 12)
    assert.equal(xingtong?.code, '371424001')
    assert.deepEqual(xingtong.old_names, ['城关镇'])
    assert.deepEqual(xingtong.communities[0], {
      code: '371424001023',
      name: '广场社区居民委员会',
      short: '广场社区',
      old_names: [],
    })
    assert.ok(!xingtong.communities.some((community) => community.short === '瑞恒社区'))
  } finally {
    await o.close()
  }
})
