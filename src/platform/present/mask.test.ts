import assert from 'node:assert/strict'
import test from 'node:test'
import type { MaskKind } from '../contract.ts'
import { mask } from './mask.ts'

const LEFT: [kind: MaskKind, value: string, left: string | null][] = [
  ['id', '37142419310502002X', '371424**********2X'],
  ['id', '371424310502002', '371424*******02'],
  ['id', '37142419310', '***********'],
  ['id', '', ''],
  ['phone', '13912345678', '139****78'],
  ['phone', '+86 139 1234 5678', '+86****78'],
  ['phone', '0534-4221234', '053****34'],
  ['phone', '42212345', '******45'],
  ['phone', '4221234', '*****34'],
  ['phone', '110', '***'],
  ['name', '王秀英', '王**'],
  ['name', '欧阳建国', '欧***'],
  ['name', '𠮷田', '𠮷*'],
  ['name', '王', '*'],
  ['name', '', '*'],
  ['address', '临邑县邢侗街道广场社区海棠园3号楼2单元501', '临邑县邢侗街…'],
  ['address', '海棠园3号楼501', '海棠园…'],
  ['address', '3号楼501', '3号…'],
  ['address', '', '…'],
  ['date', '1931-05-02', '1931'],
  ['date', '1931~', '1931'],
  ['hide', '高血压', null],
]

test('each mask leaves what it should', () => {
  for (const [kind, value, left] of LEFT) assert.equal(mask(kind, value), left, `${kind} ${value}`)
})

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checked = (body: string) =>
  body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] ?? 0), 0) % 11]

/** Every identity number that is masked to the same text, given the days on which somebody may have been born. */
function candidates(masked: string, births: readonly string[]): string[] {
  const orders = Array.from({ length: 1_000 }, (_, order) => String(order).padStart(3, '0'))
  const all = births.flatMap((birth) => orders.map((order) => checked(`${masked.slice(0, 6)}${birth}${order}`)))
  return all.filter((number) => mask('id', number) === masked)
}

function daysOf(from: number, to: number): string[] {
  const days: string[] = []
  for (let at = Date.UTC(from, 0, 1); at < Date.UTC(to, 0, 1); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10).replaceAll('-', ''))
  return days
}

test('a masked identity number tells neither the birthday nor the number, though its check digit is seen', () => {
  const number = checked('37142419310502002')
  const masked = mask('id', number) ?? ''
  const within = candidates(masked, daysOf(1931, 1932))
  assert.ok(within.length > 3_000, `${within.length} numbers of people born in 1931`)
  assert.equal(new Set(within.map((one) => one.slice(6, 14))).size, 365)
  // Whoever knows the birthday as well is left with nine.
  const known = candidates(masked, ['19310502'])
  assert.ok(known.length >= 9 && known.includes(number), known.join())
})

test('a masked telephone leaves ten thousand numbers or more', () => {
  for (const number of ['13912345678', '0534-4221234', '42212345', '4221234']) {
    const masked = mask('phone', number) ?? ''
    const shown = masked.replaceAll('*', '').length
    assert.ok(number.replace(/\D/g, '').length - shown >= 5, number)
    assert.ok(!number.startsWith('0534') || !masked.includes('4221'))
  }
})

test('a masked address never shows the door', () => {
  for (const address of ['海棠园3号楼501', '广场小区3-2-501', '邢侗街道海棠园小区3号楼2单元501室'])
    assert.doesNotMatch(mask('address', address) ?? '', /\d/, address)
})
