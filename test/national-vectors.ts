import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')
const number = (text: string) => BigInt(`0x${text}`)

type Vector = { name: string; run: () => string; expected: string }

const KEY = hex('0123456789abcdeffedcba9876543210')
const gcm = {
  nonce: hex('00001234567800000000abcd'),
  aad: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  plain: hex(
    'aa'.repeat(8) +
      'bb'.repeat(8) +
      'cc'.repeat(8) +
      'dd'.repeat(8) +
      'ee'.repeat(8) +
      'ff'.repeat(8) +
      'ee'.repeat(8) +
      'aa'.repeat(8),
  ),
  sealed: `17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d`,
  tag: '83de3541e4c2b58177e065a9bf7b62ec',
}
const SM4_GCM = 'sm4-gcm' as 'aes-128-gcm' // the typings know GCM only by its AES names

function sealGcm(): string {
  const cipher = createCipheriv(SM4_GCM, KEY, gcm.nonce)
  cipher.setAAD(gcm.aad)
  const body = Buffer.concat([cipher.update(gcm.plain), cipher.final()])
  return `${body.toString('hex')} ${cipher.getAuthTag().toString('hex')}`
}

function openGcm(): string {
  const cipher = createDecipheriv(SM4_GCM, KEY, gcm.nonce)
  cipher.setAAD(gcm.aad)
  cipher.setAuthTag(hex(gcm.tag))
  return Buffer.concat([cipher.update(hex(gcm.sealed)), cipher.final()]).toString('hex')
}

/** One block as the standard gives it: a single block has no mode. */
function oneBlock(): string {
  const cipher = createCipheriv('sm4-ecb', KEY, null)
  cipher.setAutoPadding(false)
  return cipher.update(KEY).toString('hex')
}

function hmacByDefinition(key: Buffer, text: string): string {
  const pad = (byte: number) =>
    Buffer.from(
      Buffer.concat([key, Buffer.alloc(64)])
        .subarray(0, 64)
        .map((one) => one ^ byte),
    )
  const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest()
  return sm3(pad(0x5c), sm3(pad(0x36), Buffer.from(text))).toString('hex')
}

// The recommended curve of GB/T 32918.5, and its example of a signature.
const p = number('fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff')
const n = number('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123')
const a = 'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc'
const b = '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93'
const g = [
  '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7',
  'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
]
const q = [
  '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
  'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
]
const r = number('f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3')
const s = number('b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa')

type Point = readonly [bigint, bigint] | null
const pointOf = ([x = '', y = '']: string[]): Point => [number(x), number(y)]
const mod = (value: bigint, by = p) => ((value % by) + by) % by

function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, mod(value), p - 2n]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = mod(result * base)
    base = mod(base * base)
  }
  return result
}

function add(one: Point, other: Point): Point {
  if (!one || !other) return one ?? other
  const [[x1, y1], [x2, y2]] = [one, other]
  if (x1 === x2 && mod(y1 + y2) === 0n) return null
  const slope = x1 === x2 ? mod((3n * x1 * x1 + number(a)) * inverse(2n * y1)) : mod((y2 - y1) * inverse(x2 - x1))
  const x = mod(slope * slope - x1 - x2)
  return [x, mod(slope * (x1 - x) - y1)]
}

function times(factor: bigint, point: Point): Point {
  let [result, base]: [Point, Point] = [null, point]
  for (let left = factor; left > 0n; left >>= 1n) {
    if (left & 1n) result = add(result, base)
    base = add(base, base)
  }
  return result
}

/** SM3 of the signer, then of signer and message: what the signature is over. GB/T 32918.2. */
function verifySm2(message: string): string {
  const signer = Buffer.from('1234567812345678')
  const length = Buffer.from([0, signer.length * 8])
  const z = createHash('sm3')
    .update(Buffer.concat([length, signer, ...[a, b, ...g, ...q].map(hex)]))
    .digest()
  const e = number(
    createHash('sm3')
      .update(Buffer.concat([z, Buffer.from(message)]))
      .digest('hex'),
  )
  const found = add(times(s, pointOf(g)), times(mod(r + s, n), pointOf(q)))
  return String(found !== null && mod(e + found[0], n) === r)
}

/** Known answers of the public standards: GB/T 32905 (SM3), GB/T 32907 and RFC 8998 (SM4), GB/T 32918.5 (SM2). */
export const nationalVectors: readonly Vector[] = [
  {
    name: 'SM3 of abc',
    run: () => createHash('sm3').update('abc').digest('hex'),
    expected: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  },
  {
    name: 'SM3 of 64 letters',
    run: () => createHash('sm3').update('abcd'.repeat(16)).digest('hex'),
    expected: 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  },
  {
    name: 'HMAC-SM3 by its definition',
    run: () => createHmac('sm3', KEY).update('abc').digest('hex'),
    expected: hmacByDefinition(KEY, 'abc'),
  },
  { name: 'SM4, one block', run: oneBlock, expected: '681edf34d206965e86b3e94f536e4246' },
  { name: 'SM4-GCM sealed', run: sealGcm, expected: `${gcm.sealed} ${gcm.tag}` },
  { name: 'SM4-GCM opened', run: openGcm, expected: gcm.plain.toString('hex') },
  { name: 'SM2 signature of the standard’s example', run: () => verifySm2('message digest'), expected: 'true' },
  { name: 'SM2 signature of another message', run: () => verifySm2('message digesT'), expected: 'false' },
]
