import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = [Address, number]

/** An address as people write it: an IPv4 address that came in through IPv6 is itself, and a zone says nothing of a network. */
function addressOf(text: string): Address | undefined {
  const plain = text.trim().replace(/%.*$/, '')
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(plain) || ipaddr.IPv6.isValid(plain)
  return isWhole ? ipaddr.process(plain) : undefined
}

function networkOf(text: string): Network | undefined {
  const [, written = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const address = addressOf(written)
  if (!address) return undefined
  const longest = address.kind() === 'ipv4' ? 32 : 128
  const prefix = length === undefined ? longest : Number(length)
  return prefix <= longest ? [address, prefix] : undefined
}

export function isNetwork(text: string): boolean {
  return networkOf(text) !== undefined
}

export function isInside(address: string | null, networks: readonly string[]): boolean {
  if (networks.length === 0) return true
  const own = addressOf(address ?? '')
  return own !== undefined && networks.some((text) => covers(networkOf(text), own))
}

function covers(network: Network | undefined, own: Address): boolean {
  return network !== undefined && network[0].kind() === own.kind() && own.match(network)
}
