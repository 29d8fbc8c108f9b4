import assert from 'node:assert/strict'
import test from 'node:test'
import { zipOf } from '../../samples/zip-of.ts'
import { RefusedFile } from '../refusal.ts'
import { partPieces, wholePart } from './inflate.ts'
import { openZip } from './zip.ts'

function refusal(bytes: Uint8Array): string {
  try {
    openZip(bytes)
    return 'opened'
  } catch (cause) {
    return cause instanceof RefusedFile ? cause.code : String(cause)
  }
}

async function read(bytes: Uint8Array, name = 'a.xml'): Promise<string> {
  try {
    return (await wholePart(openZip(bytes), name)) ?? 'nothing'
  } catch (cause) {
    return cause instanceof RefusedFile ? cause.code : String(cause)
  }
}

test('parts come out as they went in, packed or stored', async () => {
  const text = '<a>花名册</a>'
  assert.equal(await read(zipOf([{ name: 'a.xml', text }])), text)
  assert.equal(await read(zipOf([{ name: 'a.xml', text, stored: true }])), text)
  assert.equal(await read(zipOf([{ name: 'b.xml', text }])), 'nothing')
  assert.equal(await read(zipOf([{ name: 'xl\\a.xml', text }]), 'xl/a.xml'), text)
})

test('an archive cut off anywhere is damaged', () => {
  const whole = zipOf([{ name: 'a.xml', text: '<a/>'.repeat(200) }])
  for (const length of [4, 21, 60, whole.length - 1, whole.length - 30]) {
    assert.equal(refusal(whole.subarray(0, length)), 'FILE_DAMAGED', String(length))
  }
})

test('paths that escape, doubled names and overlapping parts are tricks', () => {
  const text = '<a/>'
  for (const name of ['../a.xml', 'xl/../../a.xml', '/etc/a.xml', 'C:\\a.xml', 'a\0.xml']) {
    assert.equal(refusal(zipOf([{ name, text }])), 'FILE_TRICK', name)
  }
  assert.equal(
    refusal(
      zipOf([
        { name: 'a.xml', text },
        { name: 'A.xml', text },
      ]),
    ),
    'FILE_TRICK',
  )
  assert.equal(
    refusal(
      zipOf([
        { name: 'a.xml', text: 'x'.repeat(99) },
        { name: 'b.xml', text, offset: 0 },
      ]),
    ),
    'FILE_TRICK',
  )
})

test('a password on the archive is named as such', () => {
  assert.equal(refusal(zipOf([{ name: 'a.xml', text: 'x', encrypted: true }])), 'FILE_ENCRYPTED')
})

test('sizes are checked before anything is inflated', () => {
  assert.equal(refusal(zipOf([{ name: 'a.xml', text: 'x', claims: 0xfffffff0 }])), 'FILE_BOMB')
  assert.equal(refusal(zipOf([{ name: 'a.xml', text: ' '.repeat(30 << 20) }])), 'FILE_BOMB')
  assert.equal(refusal(zipOf([{ name: 'xl/media/a.bmp', text: ' '.repeat(30 << 20) }])), 'opened')
})

test('a part that is larger than it says is given up at once', async () => {
  assert.equal(await read(zipOf([{ name: 'a.xml', text: 'x'.repeat(1 << 20), claims: 1000 }])), 'FILE_BOMB')
  assert.equal(await read(zipOf([{ name: 'a.xml', text: 'x'.repeat(1000), claims: 2000 }])), 'FILE_DAMAGED')
})

test('a flipped bit does not pass for content', async () => {
  const bytes = zipOf([{ name: 'a.xml', text: 'abcdefgh', stored: true }])
  bytes[30 + 'a.xml'.length + 2] = 0x7a
  assert.equal(await read(bytes), 'FILE_DAMAGED')
})

test('declarations and entities are tricks, wherever the chunks are cut', async () => {
  assert.equal(await read(zipOf([{ name: 'a.xml', text: '<!DOCTYPE x [<!ENTITY a "b">]><a>&a;</a>' }])), 'FILE_TRICK')
  assert.equal(
    await read(zipOf([{ name: 'a.xml', text: '<!-- remark --><a><![CDATA[x]]></a>' }])),
    '<!-- remark --><a><![CDATA[x]]></a>',
  )
  for (const before of [(1 << 18) - 3, (1 << 18) - 2, (1 << 18) - 1]) {
    const text = `${'x'.repeat(before)}<!DOCTYPE a>`
    assert.equal(await read(zipOf([{ name: 'a.xml', text }])), 'FILE_TRICK', String(before))
  }
})

test('a part in another encoding than its bytes is not guessed at', async () => {
  assert.equal(await read(zipOf([{ name: 'a.xml', text: Buffer.from('\ufeff<a/>', 'utf16le') }])), 'FILE_DAMAGED')
})

test('a large part arrives in pieces', async () => {
  const zip = openZip(zipOf([{ name: 'a.xml', text: 'x'.repeat(1 << 20) }]))
  const entry = zip.entries.get('a.xml')
  assert.ok(entry)
  let pieces = 0
  for await (const piece of partPieces(zip, entry)) pieces += piece.length > 0 ? 1 : 0
  assert.ok(pieces >= 4)
})
