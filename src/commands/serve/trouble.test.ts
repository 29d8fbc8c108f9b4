import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { refusal } from '#platform/refuse.ts'
import { runProgram } from '#test/trial-home.ts'
import { wordsOf } from './trouble.ts'

function faultOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return assert.fail('nothing went wrong')
}

test('what the machine says no to is told in words that name the place, without a stack', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-trouble-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const taken = join(folder, 'sheet.txt')
  writeFileSync(taken, '')
  mkdirSync(join(folder, 'inner'))
  const cases: [fault: unknown, zh: RegExp, en: RegExp][] = [
    [faultOf(() => readFileSync(join(folder, 'gone'))), /找不到 \S+gone，/, /gone is not there/],
    [faultOf(() => openSync(taken, 'wx')), /sheet\.txt 已经有了，不会覆盖/, /not overwritten/],
    [faultOf(() => writeFileSync(join(folder, 'inner'), '')), /inner 是文件夹/, /is a folder/],
    [faultOf(() => readFileSync(join(taken, 'x'))), /不在文件夹里/, /not in a folder/],
    [
      Object.assign(new Error('no'), { code: 'EACCES', syscall: 'open', path: '/x' }),
      /无权使用 \/x/,
      /may not use \/x/,
    ],
    [Object.assign(new Error('no'), { code: 'ENOSPC', syscall: 'write' }), /磁盘已满/, /disk is full/],
    [
      Object.assign(new Error('no'), { code: 'ECONNREFUSED', syscall: 'connect' }),
      /数据库暂时没有回应/,
      /does not answer/,
    ],
    [
      Object.assign(new Error('denied'), { code: '28000', severity: 'FATAL' }),
      /数据库拒绝了：denied/,
      /refused: denied/,
    ],
    [new Error('migration', { cause: Object.assign(new Error('no'), { code: '53100' }) }), /磁盘已满/, /disk is full/],
    [refusal('a.b', 409, () => ({ zh: '不行', en: 'No' }))(), /^不行$/, /^No$/],
  ]
  for (const [fault, zh, en] of cases) {
    const words = wordsOf(fault)
    assert.match(words.zh, zh)
    assert.match(words.en, en)
    assert.doesNotMatch(words.en, /\n {4}at /)
  }
})

test('a fault of our own says so and keeps for the journal where it lies', () => {
  const { zh, en } = wordsOf(new TypeError('x is not a function'))
  assert.match(zh, /程序出了差错/)
  assert.match(en, /TypeError: x is not a function/)
})

test('what somebody left in the folder one stands in is never run', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-left-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'graphile.config.cjs'), `console.log('run'); module.exports = {}`)
  writeFileSync(join(folder, '.graphilerc'), '{ not readable')
  const queue = join(import.meta.dirname, '../../platform/house/queue.ts')
  const said = await runProgram(
    `const before = process.cwd(); process.chdir(process.argv[1])
    await import(${JSON.stringify(queue)}); console.log(process.cwd() === process.argv[1] ? 'quiet' : process.cwd(), before !== process.cwd())`,
    folder,
  )
  assert.equal(said.trim(), 'quiet true')
})
