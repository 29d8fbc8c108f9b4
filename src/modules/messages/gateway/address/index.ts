import { BlockList, isIP } from 'node:net'

/** This machine itself and what stands beside it in a data centre; and the networks of an office. */
// With the ways to write an IPv4 address within IPv6.
const OWN = listOf('127.0.0.0/8', '0.0.0.0/8', '169.254.0.0/16', '::/96', '64:ff9b::/96', 'fe80::/10')
const OFFICE = listOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7')

function listOf(...networks: string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

function isIn(list: BlockList, host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

export function isOwnAddress(host: string): boolean {
  const name = host.replace(/\.$/, '')
  return /(^|[.-])(localhost|loopback)$/.test(name) || isIn(OWN, name)
}

/**
 * Whether a gateway may stand at this address: https, or plain http to an address of the office's own network, as the boxes of operators
 * in government networks have it; never this machine, unless a test says so.
 */
export function mayAsk(url: string, isTrial: boolean): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password, hash } = new URL(url)
  if (username || password || hash) return false
  if (isOwnAddress(hostname)) return isTrial && (protocol === 'https:' || protocol === 'http:')
  return protocol === 'https:' || (protocol === 'http:' && isIn(OFFICE, hostname))
}
