import assert from 'node:assert/strict'
import test from 'node:test'
import { isInside, isNetwork } from './index.ts'

test('networks are written as addresses with or without a length', () => {
  for (const text of ['10.1.0.0/16', '192.168.1.20', '2001:db8::/32', 'fe80::1', '0.0.0.0/0', ' 10.0.0.1 '])
    assert.equal(isNetwork(text), true, text)
  for (const text of [
    '',
    '10.1.0.0/33',
    '10.1/16',
    '300.1.1.1',
    'localhost',
    '2001:db8::/129',
    '10.0.0.1/x',
    '10.0.0.1/',
  ])
    assert.equal(isNetwork(text), false, text)
})

test('an address is inside what covers it, in both families, and nowhere else', () => {
  const office = ['10.1.0.0/16', '2001:db8:5::/48', '192.168.1.20']
  const judged: [address: string | null, inside: boolean][] = [
    ['10.1.255.255', true],
    ['10.2.0.1', false],
    ['::ffff:10.1.3.4', true],
    ['::FFFF:10.2.3.4', false],
    ['2001:db8:5:1::7', true],
    ['2001:db8:6::7', false],
    ['192.168.1.20', true],
    ['192.168.1.21', false],
    ['', false],
    ['unknown', false],
    [null, false],
  ]
  for (const [address, inside] of judged) assert.equal(isInside(address, office), inside, String(address))
})

test('a county that named no network lets everybody come from anywhere', () => {
  for (const address of ['203.0.113.9', null]) assert.equal(isInside(address, []), true)
})
