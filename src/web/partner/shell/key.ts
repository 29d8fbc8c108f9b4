const HEX = 16

/** A UUID by which the server knows a second tap from a second wish; old browsers have no crypto.randomUUID. */
export function newKey(): string {
  let key = ''
  for (const [at, byte] of crypto.getRandomValues(new Uint8Array(HEX)).entries()) {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    key += `${[4, 6, 8, 10].includes(at) ? '-' : ''}${marked.toString(HEX).padStart(2, '0')}`
  }
  return key
}
