const ORIENTATION = 0x0112
const SHORT = 3

/** How the camera was held, 1 to 8, from the first directory of a TIFF head as cameras write it; 1 where nothing is said. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = tiff[0] === 0x49
  const start = view.getUint32(4, isLittle)
  if (start < 8 || start + 2 > tiff.length) return 1
  const count = Math.min(view.getUint16(start, isLittle), 200)
  for (let entry = start + 2; entry + 12 <= tiff.length && entry < start + 2 + 12 * count; entry += 12) {
    if (view.getUint16(entry, isLittle) !== ORIENTATION || view.getUint16(entry + 2, isLittle) !== SHORT) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

export function writeOrientation(value: number): Uint8Array {
  const head = Buffer.from('ffe1002245786966000049492a0008000000', 'hex')
  const entry = Buffer.from('01001201030001000000', 'hex')
  const closing = Buffer.from([value, 0, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([head, entry, closing])
}
