/** 密评 high risks (GB/T 39786-2021) and what Node took away: weak digests, DES, RC4, the code book, a cipher from a password. */
const FORBIDDEN = [
  ['MD5', /\bmd5\b|MessageDigest5/i],
  ['SHA-1', /\bsha-?1\b/i],
  ['DES', /['"`](?:3des|des3?|des-[\w-]+)['"`]/i],
  ['RC4', /\b(?:rc4|arcfour)\b/i],
  ['ECB', /\b\w*-?ecb\b/i],
  ['a cipher without a nonce', /\bcreate(?:C|Dec)ipher\(/],
]

/** Each with its reason. */
const ALLOWED = [
  {
    file: 'src/modules/accounts/second-factor/',
    what: 'SHA-1',
    why: 'codes of RFC 6238 as authenticators on telephones reckon them: an HMAC over a counter, no digest of data',
  },
]

/** What the product runs, and what builds it. Tests may name what is forbidden. */
const isJudged = (path) =>
  /^(?:src|scripts|migrations|bin)\//.test(path) && !/\.test\.m?ts$|\.test\.mjs$|gates\/ciphers\.mjs$/.test(path)
const isText = (path) => /\.(?:ts|tsx|mjs|js|sql)$/.test(path)

/** No forbidden algorithm anywhere but where a reason is given. */
export function ciphers(tree) {
  const used = new Set()
  const files = tree.files.filter((path) => isJudged(path) && isText(path))
  const failures = files.flatMap((path) =>
    tree
      .text(path)
      .split('\n')
      .flatMap((line, index) =>
        FORBIDDEN.filter(([, pattern]) => pattern.test(line)).flatMap(([what]) => {
          const excuse = ALLOWED.find((one) => path.startsWith(one.file) && one.what === what)
          if (excuse) used.add(excuse)
          return excuse ? [] : [`${path}:${index + 1} ${what} is not to be used`]
        }),
      ),
  )
  return { failures, figures: [`${files.length} files`, `${used.size} excused`] }
}
