import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type DatabaseLine, databaseLine } from '#test/database-line.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'

async function lineOffice(t: TestContext): Promise<{ o: Office; line: DatabaseLine }> {
  const lines: DatabaseLine[] = []
  const o = await office({
    line: async (config) => {
      const line = await databaseLine(config)
      lines.push(line)
      return line.config
    },
  })
  t.after(async () => {
    await o.close()
    for (const line of lines) await line.close()
  })
  const [line] = lines
  assert.ok(line)
  return { o, line }
}

const look = (o: Office, subject: string) =>
  o.house.act({ system: o.county }, { readOnly: true }, async (ctx) => {
    ctx.note({ action: 'people.looked', subject })
    return `seen ${subject}`
  })
const subjects = async (o: Office) =>
  (await asOwner<{ subject: string }>(o.house, 'select subject from audit_event order by seq')).map(
    (row) => row.subject,
  )

test('an answer leaves only when it is written down who looked', async (t) => {
  const { o, line } = await lineOffice(t)
  line.hold(/append_audit/)
  const answer = look(o, 'one')
  assert.equal(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 200, 'waiting'))]), 'waiting')
  line.release()
  assert.equal(await answer, 'seen one')
  assert.deepEqual(await subjects(o), ['one'])
})

test('many who look at once share a few commits, and each has a row of their own', async (t) => {
  const { o, line } = await lineOffice(t)
  await look(o, 'first')
  line.sent.length = 0
  await Promise.all(Array.from({ length: 40 }, (_, at) => look(o, `${at}`)))
  const appended = line.sent.filter((text) => text.includes('append_audit'))
  assert.ok(appended.length < 20, `${appended.length}`)
  assert.equal(new Set(await subjects(o)).size, 41)
})

test('what cannot be written down is not shown; who comes after is served again', async (t) => {
  const { o } = await lineOffice(t)
  await asOwner(o.house, `alter table audit_event add constraint broken check (subject <> 'two') not valid`)
  await assert.rejects(look(o, 'two'), /broken/)
  assert.equal(await look(o, 'three'), 'seen three')
  assert.deepEqual(await subjects(o), ['three'])
})

test('an act whose row cannot be written has not happened', async (t) => {
  const { o } = await lineOffice(t)
  await asOwner(o.house, `alter table audit_event add constraint broken check (action <> 'unit.renamed') not valid`)
  const rename = o.act(async (ctx) => {
    await ctx.db.updateTable('unit').set({ name: '另一个名字' }).execute()
    ctx.emit({ type: 'bell.rung', data: {} })
    ctx.note({ action: 'unit.renamed' })
  })
  await assert.rejects(rename, /broken/)
  const [found] = await asOwner(
    o.house,
    `select (select count(*) from unit where name = '另一个名字')::int + (select count(*) from outbox)::int as n`,
  )
  assert.deepEqual([found, await subjects(o)], [{ n: 0 }, []])
})
