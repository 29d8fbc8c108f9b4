import { BlockList, isIP } from 'node:net'

/** An address as people write it: an IPv4 address that came in through IPv6 is itself, and a zone says nothing of a network. */
function plain(address: string): string {
  return address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
}

type Network = { address: string; family: 'ipv4' | 'ipv6'; prefix: number }

/** Reads `10.1.0.0/16`, `2001:db8::/32` or one address. */
function networkOf(text: string): Network | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const kind = isIP(plain(address))
  const longest = kind === 4 ? 32 : 128
  const prefix = length === undefined ? longest : Number(length)
  if (kind === 0 || prefix > longest) return undefined
  return { address: plain(address), family: kind === 4 ? 'ipv4' : 'ipv6', prefix }
}

export function isNetwork(text: string): boolean {
  return networkOf(text) !== undefined
}

/** Whether an address lies in one of the networks. No networks at all: everybody does. */
export function isInside(address: string | null, networks: readonly string[]): boolean {
  if (networks.length === 0) return true
  const own = plain(address ?? '')
  const kind = isIP(own)
  return kind !== 0 && listOf(networks).check(own, kind === 4 ? 'ipv4' : 'ipv6')
}

// Every request asks with the list of its county; counties are few.
const lists = new Map<string, BlockList>()
const MOST_LISTS = 100

function listOf(networks: readonly string[]): BlockList {
  const key = networks.join(' ')
  const known = lists.get(key)
  if (known) return known
  const list = new BlockList()
  for (const { address, prefix, family } of networks.flatMap((text) => networkOf(text) ?? []))
    list.addSubnet(address, prefix, family)
  if (lists.size >= MOST_LISTS) lists.clear()
  lists.set(key, list)
  return list
}
