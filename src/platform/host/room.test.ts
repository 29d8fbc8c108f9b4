import assert from 'node:assert/strict'
import { statfsSync } from 'node:fs'
import test from 'node:test'
import { roomOf } from './room.ts'

test('what is kept back for root is not room: 40 of 103 GiB are free where 150 of 253 are kept back', () => {
  const disk = { ...statfsSync('.'), bsize: 1024 ** 3, blocks: 253, bfree: 190, bavail: 40 }
  assert.deepEqual(roomOf(disk), { free: 40 * 1024 ** 3, total: 103 * 1024 ** 3 })
})

test('a disk that keeps nothing back has all its blocks', () => {
  const disk = { ...statfsSync('.'), bsize: 4096, blocks: 100, bfree: 30, bavail: 30 }
  assert.deepEqual(roomOf(disk), { free: 30 * 4096, total: 100 * 4096 })
})
