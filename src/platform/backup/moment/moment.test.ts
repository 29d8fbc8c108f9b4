import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { type MomentDesk, momentDesk } from '#test/moment-desk.ts'
import { checkBackup } from '../check.ts'
import { keyOf, openBackupKey } from '../keys/backup-key.ts'
import { momentsSeen } from './archived.ts'
import { choose, spansOf } from './choose.ts'
import { workshopOf } from './lay.ts'
import { momentFolder, type Piece } from './names.ts'
import { prove } from './prove.ts'
import { sealSegment } from './seal.ts'

let desk: MomentDesk
const undo: (() => void | Promise<void>)[] = []
before(async () => {
  desk = await momentDesk({ after: (step) => undo.push(step) })
})
after(async () => {
  await desk.stop()
  for (const step of undo) await step()
})

test('restored to a moment, the office has exactly what was written before it', async () => {
  await desk.write('before the base')
  await desk.base()
  await desk.write('before the moment')
  const moment = await desk.pause()
  await desk.write('after the moment')
  await desk.restoreTo(moment)
  assert.deepEqual(await desk.written(), ['before the base', 'before the moment'])
  assert.equal(existsSync(workshopOf(desk.home)), false, 'the workshop is cleared')
})

test('a quiet hour can be restored too: nothing was committed between the moment and the end of the log', async () => {
  await desk.write('the last thing')
  await desk.sealer.flush(desk.config)
  const to = spansOf(desk.kept()).at(-1)?.to ?? assert.fail()
  await desk.write('soon lost')
  await desk.restoreTo(to)
  assert.deepEqual(await desk.written(), ['before the base', 'before the moment', 'the last thing'])
})

test('nothing of the archive can be read without the key, and a part of it is not taken for a backup', async () => {
  await desk.write('周桂兰的住院记录')
  await desk.sealer.flush(desk.config)
  const [own] = desk.kept()
  const files = [...(own?.bases ?? []), ...(own?.pieces ?? [])].map(({ path }) => path)
  for (const path of files) {
    assert.equal(readFileSync(path).includes('周桂兰'), false)
    await assert.rejects(checkBackup(path, openBackupKey(desk.home)), { code: 'backup.not_one' })
  }
})

test('what is missing, cut short, changed, under another name or of another key is refused, and nothing is touched', async () => {
  const moment = await desk.pause()
  await desk.sealer.flush(desk.config)
  const key = openBackupKey(desk.home)
  const choice = choose(desk.kept(), moment)
  const last = choice.pieces.at(-1) ?? assert.fail()
  const [before_, whole] = [await desk.written(), readFileSync(last.path)]
  const refused = async (code: string, act: () => Promise<unknown>) => {
    await assert.rejects(act, { code })
    assert.equal(existsSync(workshopOf(desk.home)), false)
  }
  const choosing = async () => prove(choose(desk.kept(), moment), key)
  await refused('backup.wrong_key', () => prove(choice, keyOf(Buffer.alloc(32, 1))))
  await refused('backup.no_key', () => prove(choice, undefined))
  writeFileSync(last.path, whole.subarray(0, -20))
  await refused('backup.damaged', choosing)
  writeFileSync(last.path, Buffer.concat([whole.subarray(0, -1), Buffer.from([(whole.at(-1) ?? 0) ^ 1])]))
  await refused('backup.damaged', choosing)
  const other: Piece = choice.pieces[0] ?? assert.fail()
  writeFileSync(last.path, readFileSync(other.path))
  await refused('backup.damaged', () => prove({ ...choice, pieces: [last] }, key))
  rmSync(last.path)
  await refused(choice.pieces.length > 1 ? 'moment.too_late' : 'moment.gap', choosing)
  writeFileSync(last.path, whole)
  renameSync(choice.base.path, `${choice.base.path}.away`)
  await refused('moment.nothing_kept', choosing)
  renameSync(`${choice.base.path}.away`, choice.base.path)
  await choosing()
  assert.deepEqual(await desk.written(), before_)
})

test('while nothing can be sealed this is told, the database keeps its log, and afterwards nothing is missing', async () => {
  const folder = momentFolder(desk.home)
  renameSync(folder, `${folder}.away`)
  writeFileSync(folder, 'in the way')
  await desk.sealer.flush(desk.config)
  const stuck = momentsSeen(new Date())
  assert.match(stuck?.fault?.en ?? '', /ENOTDIR|EEXIST/)
  assert.ok((stuck?.waitingBytes ?? 0) > 0)
  assert.match(desk.told.join('\n'), /归档失败/)
  await desk.write('written meanwhile')
  rmSync(folder)
  renameSync(`${folder}.away`, folder)
  await desk.sealer.flush(desk.config)
  const moment = await desk.pause()
  assert.equal(momentsSeen(new Date())?.fault, undefined)
  await desk.sealer.flush(desk.config)
  assert.equal(spansOf(desk.kept()).length, 1, 'no gap')
  await prove(choose(desk.kept(), moment), openBackupKey(desk.home))
})

test('a segment that is there with another content is never written over', async () => {
  const { archiver } = desk.sealer
  const [own] = desk.kept()
  const segments = readdirSync(join(archiver.data, 'pg_wal'))
  const sealed = own?.pieces.find(({ segment }) => segments.includes(segment)) ?? assert.fail()
  const other = own?.pieces.find(({ segment }) => segment !== sealed.segment) ?? assert.fail()
  await sealSegment(archiver, sealed.segment)
  const mine = readFileSync(sealed.path)
  writeFileSync(sealed.path, readFileSync(other.path))
  await assert.rejects(sealSegment(archiver, sealed.segment), { code: 'moment.other_there' })
  assert.deepEqual(readFileSync(sealed.path), readFileSync(other.path))
  writeFileSync(sealed.path, mine)
})
