const BRACKETED = /[([【〔《<{][^)\]】〕》>}]*(?:[)\]】〕》>}]|$)/g

/** The county's own words before a unit's name: 临邑县, 临邑, 县 of 临邑县. */
function prefixesOf(county: string): string[] {
  const short = county.replace(/(自治)?[县市区旗]$/, '')
  return [county, short, county.slice(-1)].filter((prefix) => prefix !== '')
}

/** As compared with rosters: no spaces, brackets and their content, one leading 原 or 前, one of the county's name; full width is half. Never becomes empty. */
export function matchKey(name: string, county: string): string {
  const bare = name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(BRACKETED, '')
  const current = bare.replace(/^[原前]/, '')
  const prefix = prefixesOf(county).find((one) => current.startsWith(one)) ?? ''
  return current.slice(prefix.length) || bare
}
