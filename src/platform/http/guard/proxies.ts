import { BlockList, isIP } from 'node:net'
import { ensure, refusal } from '../../refuse.ts'

const badProxy = refusal('proxy.unreadable', 422, (p: { value: string }) => ({
  zh: `SANGYU_TRUSTED_PROXIES 里的“${p.value}”不是地址或网段。例：127.0.0.1,10.1.0.0/24`,
  en: `"${p.value}" in SANGYU_TRUSTED_PROXIES is neither an address nor a range. Example: 127.0.0.1,10.1.0.0/24`,
}))

/** The proxies whose word on address, protocol and host counts; nobody's unless they are named. A whole internet is no proxy. */
export function readProxies(text: string | undefined): string[] {
  const named = (text ?? '').split(/[,\s]+/).filter(Boolean)
  for (const value of named) ensure(isRange(value), () => badProxy({ value }))
  return named
}

function isRange(value: string): boolean {
  const [address = '', bits, more] = value.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  if (bits === undefined) return true
  const width = Number(bits)
  return /^\d{1,3}$/.test(bits) && width >= 1 && width <= (family === 4 ? 32 : 128) && isSubnet(address, width, family)
}

function isSubnet(address: string, width: number, family: number): boolean {
  try {
    new BlockList().addSubnet(address, width, family === 4 ? 'ipv4' : 'ipv6')
    return true
  } catch {
    return false
  }
}
