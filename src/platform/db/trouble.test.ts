import assert from 'node:assert/strict'
import test from 'node:test'
import { troubleOf } from './trouble.ts'

const withCode = (code: string, syscall?: string) =>
  Object.assign(new Error('x'), { code, ...(syscall ? { syscall } : {}) })

const TABLE: [error: Error, code: string | undefined][] = [
  [withCode('ECONNREFUSED', 'connect'), 'database.away'],
  [withCode('ENOENT', 'connect'), 'database.away'],
  [withCode('ECONNRESET', 'read'), 'database.away'],
  [withCode('EPIPE', 'write'), 'database.away'],
  [withCode('08006'), 'database.away'],
  [withCode('57P01'), 'database.away'],
  [withCode('57P03'), 'database.away'],
  [withCode('53300'), 'database.away'],
  [withCode('25P03'), 'database.away'],
  [new Error('Connection terminated unexpectedly'), 'database.away'],
  [new Error('timeout exceeded when trying to connect'), 'database.away'],
  [withCode('57014'), 'database.too_slow'],
  [withCode('55P03'), 'database.busy'],
  [withCode('40P01'), 'database.busy'],
  [withCode('53100'), 'disk.full'],
  [withCode('ENOSPC', 'write'), 'disk.full'],
  [withCode('23503'), 'input.gone'],
  [withCode('22003'), 'input.beyond'],
  [withCode('22008'), 'input.beyond'],
  [withCode('ENOENT', 'open'), undefined],
  [withCode('23505'), 'input.twice'],
  [withCode('23P01'), 'input.twice'],
  [withCode('23514'), undefined],
  [withCode('42703'), undefined],
  [new Error('x'), undefined],
]

test('a database in trouble is told apart from a fault of ours, and every trouble has its words', () => {
  for (const [error, code] of TABLE) {
    const said = troubleOf(error)
    assert.equal(said?.code, code, JSON.stringify(error))
    if (!said) continue
    const isInput = said.code.startsWith('input.')
    assert.equal(said.status, isInput ? (said.code === 'input.twice' ? 409 : 422) : 503)
    assert.match(said.words.zh, isInput ? /没有改动.*再提交/ : /重试/)
    assert.match(said.words.en, isInput ? /Nothing was changed.* and send/ : /[Tt]ry again/)
  }
})
