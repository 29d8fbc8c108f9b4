import type { Sheets } from '../service/attendance.ts'
import type { ElderHome } from '../service/elder-home.ts'
import type { Matching } from '../service/matching.ts'
import type { Postings } from '../service/posting.ts'
import type { Redemptions } from '../service/redemption.ts'

export function postingTable({ lines, breaches }: Postings): string {
  const rows = lines.map(
    ({ accounts, product, same, bare, toSame, toBare }) =>
      `| ${accounts.toLocaleString('en')} | ${Math.round(product.perSecond)} | ${product.p95.toFixed(1)} | ${Math.round(same.perSecond)} | ${same.p95.toFixed(1)} | **${toSame.toFixed(2)}** | ${Math.round(bare.perSecond)} | ${bare.p95.toFixed(1)} | **${toBare.toFixed(2)}** |`,
  )
  return [
    '## Ledger: fifty postings at once\n',
    'Gifts of one point between wallets, each in a transaction of its own through the ledger’s service, on the product’s pool of twenty connections. “Same SQL” sends what the service was heard',
    'sending (begin with its opening, the one statement, commit) on the same connections. “Bare” is what pgbench would do: two updates and an insert in tables without chain, keys that are used once, holds or',
    'frozen accounts. All three in turn, five rounds; the ratio is the median of the rounds. Every posting of a county stands in one chain, so all wait for one row until the commit is on disk, on few accounts and on many.\n',
    '| accounts | product /s | p95 ms | same SQL /s | p95 ms | ratio | bare /s | p95 ms | ratio |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    booksAfter(breaches),
    '',
  ].join('\n')
}

const booksAfter = (breaches: readonly string[]) =>
  breaches.length
    ? `After it the books were broken: ${breaches.join()}.`
    : 'After it every invariant of the ledger held.'

export function redemptionTable({ lines, elders, breaches }: Redemptions): string {
  const ms = (value: number | undefined) => (value ?? 0).toFixed(1)
  const rows = lines.flatMap(({ shops, product, floor, statements }) =>
    ['reserve', 'hand over'].map((name, at) => {
      const [ours, bare] = [product.steps[name], floor.steps[name]]
      const ratio = ((bare?.p95 ?? 0) / (ours?.p95 ?? 1)).toFixed(2)
      return `| ${shops} | ${name} | ${product.perSecond.toFixed(0)} | ${floor.perSecond.toFixed(0)} | **${(product.perSecond / floor.perSecond).toFixed(2)}** | ${ms(ours?.p50)} | ${ms(ours?.p95)} | ${ms(bare?.p95)} | **${ratio}** | ${statements[at]} | ${product.errors.length} |`
    }),
  )
  return [
    '## Redemption over HTTP: fifty clients\n',
    `${elders} elders redeem on their own pages and shops hand over; each client does one after the other. “/s” counts whole redemptions of the round in the middle of three; the floor is as above.`,
    'The ratio beside p95 is floor ÷ product.\n',
    '| shops | step | product /s | floor /s | ratio | p50 ms | p95 ms | floor p95 ms | ratio | statements | errors |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    booksAfter(breaches),
    '',
  ].join('\n')
}

export function sheetTable({ lines, people, sheets }: Sheets): string {
  const rows = lines.map(
    ({ words, product, floor, statements }) =>
      `| ${words} | ${product.toFixed(1)} | ${floor.toFixed(1)} | **${(floor / product).toFixed(2)}** | ${statements} |`,
  )
  return [
    `## Attendance: ${people} people as one act over HTTP\n`,
    `One clerk, ${sheets} sheets of a county of 3,397 people, one after another, medians. The floor sends the same statements to a copy of the same rows; ratio: floor ÷ product.\n`,
    '| act | product ms | floor ms | ratio | statements |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

export function matchingTable({ needs, people, together, runs, statements }: Matching): string {
  const { seconds: all, floorSeconds: floor } = together
  const first = `| all in one | **${all.toFixed(2)}** | ${((all / needs) * 1000).toFixed(1)} | | ${floor.toFixed(2)} | **${(floor / all).toFixed(2)}** | ${together.statements} |`
  const rows = runs.map(
    ({ atOnce, seconds, p95, floorSeconds }) =>
      `| one need each, ${atOnce} at once | **${seconds.toFixed(2)}** | ${((seconds / needs) * 1000).toFixed(1)} | ${p95.toFixed(1)} | ${floorSeconds.toFixed(2)} | **${(floorSeconds / seconds).toFixed(2)}** | ${statements} |`,
  )
  return [
    `## Matching: ${needs} needs, ${people.toLocaleString('en')} volunteers\n`,
    'The living of a county of 3,397 have all enlisted. “All in one” is the door that proposes the best three for every need that waits (median of seven; aim: 2 s); below, a clerk opens one need after another,',
    'or eight browsers do at once, each time with ten candidates, teams and all reasons. Every look is noted.',
    'The floor sends the same statements and ranks nobody; ratio: floor ÷ product.\n',
    '| asked | seconds | ms a need | p95 ms | floor s | ratio | statements |',
    '|---|---|---|---|---|---|---|',
    first,
    ...rows,
    '',
  ].join('\n')
}

export function elderTable({ home, again, bare, slower }: ElderHome): string {
  const rows = Object.entries({ 'home, first visit': home, 'home, once more': again, 'bare page': bare }).map(
    ([words, { kilobytes, requests, shownAt, interactiveAt }]) =>
      `| ${words} | ${kilobytes.toFixed(1)} | ${requests} | ${shownAt.toFixed(0)} | ${interactiveAt.toFixed(0)} | **${(bare.interactiveAt / interactiveAt).toFixed(2)}** |`,
  )
  return [
    `## Elder home page in Chromium, processor slowed ${slower} times\n`,
    'A signed-in elder at 390 × 844, medians of seven rounds in turn. kB is all that came over the line, compressed and with headers. Interactive is when the four tiles stand there and the last task of more',
    'than 50 ms is over. The bare page comes from the same server with the same headers: heading and four links, no script, no style. Ratio: bare ÷ page.\n',
    '| page | kB | requests | shown ms | interactive ms | ratio |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
