import assert from 'node:assert/strict'
import test from 'node:test'
import type { MaskKind } from '../contract.ts'
import { mask } from './mask.ts'

const LEFT: [kind: MaskKind, value: string, left: string | null][] = [
  ['id', '37142419310502002X', '********'],
  ['id', '371424310502002', '********'],
  ['id', 'A0012345678901234', '********'],
  ['id', '', ''],
  ['phone', '13912345678', '139****5678'],
  ['phone', '+86 139 1234 5678', '139****5678'],
  ['phone', '139-1234-5678', '139****5678'],
  ['phone', '0534-4221234', '**********34'],
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

test('a masked telephone leaves ten thousand numbers or more', () => {
  for (const number of ['13912345678', '0534-4221234', '42212345', '4221234']) {
    const shown = (mask('phone', number) ?? '').replaceAll('*', '').length
    // Of a landline everybody knows the code and the first digits of the town.
    const known = number.startsWith('1') ? 0 : number.replace(/\D/g, '').length - 7
    assert.ok(number.replace(/\D/g, '').length - known - shown >= 4, number)
  }
})

test('a masked identity number shows no digit, and its length is nobody’s', () => {
  for (const number of ['37142419310502002X', '371424310502002', '110105194912310021', 'X'])
    assert.equal(mask('id', number), '********')
})

test('a masked address never shows the door', () => {
  for (const address of ['海棠园3号楼501', '广场小区3-2-501', '邢侗街道海棠园小区3号楼2单元501室'])
    assert.doesNotMatch(mask('address', address) ?? '', /\d/, address)
})
