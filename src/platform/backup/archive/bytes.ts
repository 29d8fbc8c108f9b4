import { type Bytes, Damage } from './sealing.ts'

export function bytesOf(source: AsyncIterable<Buffer>): Bytes {
  const pieces = source[Symbol.asyncIterator]()
  let waiting: Buffer[] = []
  let size = 0
  const fill = async (count: number): Promise<boolean> => {
    while (size < count) {
      const next = await pieces.next()
      if (next.done) return false
      waiting.push(next.value)
      size += next.value.length
    }
    return true
  }
  return {
    take: async (count) => {
      if (!(await fill(count))) throw new Damage('文件在中途断了', 'it ends too early')
      const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting)
      waiting = [all.subarray(count)]
      size = all.length - count
      return all.subarray(0, count)
    },
    isAtEnd: async () => !(await fill(1)),
  }
}
