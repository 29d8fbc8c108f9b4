import { isInside } from '../networks/index.ts'

/** Addresses at which no provider of a bureau is: this machine itself, and what stands beside it in a data centre. */
const OWN = ['127.0.0.0/8', '0.0.0.0/8', '169.254.0.0/16', '::1', '::', 'fe80::/10']

export function isOwnAddress(address: string): boolean {
  return isInside(address.replace(/^\[|\]$/g, ''), OWN)
}

/** Whether an address of a provider may be asked at all: https, by name, without anything hidden in it. `isTrial` lets a test's own machine be asked. */
export function mayAsk(url: string, isTrial: boolean): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password, hash } = new URL(url)
  if (username || password || hash) return false
  const isOwn = hostname === 'localhost' || hostname.endsWith('.localhost') || isOwnAddress(hostname)
  if (isOwn) return isTrial && (protocol === 'https:' || protocol === 'http:')
  return protocol === 'https:'
}

/** Where people come back to: our own address, as the proxy is called from outside. Plain http serves an intranet without certificates. */
export function isOwnOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}

/** RFC 8176: what counts as a second technique, should the provider name it. */
const STRONG = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face'])

export function gaveSecondFactor(amr: unknown): boolean {
  return Array.isArray(amr) && amr.some((way) => typeof way === 'string' && STRONG.has(way))
}

export const REQUEST_MINUTES = 10
