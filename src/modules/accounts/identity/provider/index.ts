import { lookup } from 'node:dns/promises'
import * as oidc from 'openid-client'
import { ensure } from '#platform/refuse.ts'
import { isOwnAddress, mayAsk } from '../rules.ts'
import { identityRefused, identityUnreachable } from '../words.ts'

export type Provider = { county: number; issuer: string; clientId: string; clientSecret: string; changedAt: string }
export type Secrets = { state: string; nonce: string; verifier: string }
export type Confirmed = { issuer: string; subject: string; amr: unknown }

/** Asks the provider of a bureau: authorization code with PKCE, state and nonce. Never within a transaction. */
export type Asking = {
  addressFor: (provider: Provider, redirect: string) => Promise<{ url: string; secrets: Secrets }>
  confirm: (provider: Provider, asked: { returned: URL; secrets: Secrets }) => Promise<Confirmed>
}

const PATIENCE_SECONDS = 8
const REMEMBERED_MS = 10 * 60_000

export function askingOf(isTrial: boolean): Asking {
  const known = new Map<string, { config: oidc.Configuration; until: number }>()
  const configOf = async (provider: Provider): Promise<oidc.Configuration> => {
    const key = `${provider.county} ${provider.changedAt}`
    const found = known.get(key)
    if (found && found.until > performance.now()) return found.config
    const config = await discover(provider, isTrial)
    known.set(key, { config, until: performance.now() + REMEMBERED_MS })
    return config
  }
  return {
    addressFor: async (provider, redirect) => {
      const config = await configOf(provider).catch(unreachable)
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, secrets: { state, nonce, verifier } }
    },
    confirm: async (provider, { returned, secrets }) => {
      const config = await configOf(provider).catch(unreachable)
      const checks = { expectedState: secrets.state, expectedNonce: secrets.nonce, pkceCodeVerifier: secrets.verifier }
      const tokens = await oidc
        .authorizationCodeGrant(config, returned, { ...checks, idTokenExpected: true })
        .catch(refused)
      const claims = tokens.claims()
      ensure(claims, identityRefused)
      return { issuer: claims.iss, subject: claims.sub, amr: claims['amr'] }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: Provider, isTrial: boolean): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_SECONDS,
    [oidc.customFetch]: guarded(isTrial),
    // oxlint-disable-next-line typescript/no-deprecated -- a test's provider on this machine has no certificate
    ...(isTrial ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
}

/** What a provider's own papers name (token address, keys) is asked under the same rule as its first address, and so is what the name resolves to. */
function guarded(isTrial: boolean): oidc.CustomFetch {
  return async (url, options) => {
    if (!mayAsk(url, isTrial)) throw new Error('an address that must not be asked')
    const found = await lookup(new URL(url).hostname.replace(/^\[|\]$/g, ''), { all: true })
    if (!isTrial && found.some(({ address }) => isOwnAddress(address))) throw new Error('an address of this machine')
    return fetch(url, { ...options, redirect: 'error' } as RequestInit) // the library's options are those of fetch
  }
}

function unreachable(): never {
  throw identityUnreachable()
}

function refused(error: unknown): never {
  // A network that fails in the middle is not a "no" of the provider.
  throw error instanceof TypeError ? identityUnreachable() : identityRefused()
}
