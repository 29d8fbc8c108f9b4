import type { Compared, Line } from '../compare.ts'

const MIB = 1024 ** 2

export function memory(compared: readonly Compared[]): string {
  const mib = (bytes: number) => `${Math.round(bytes / MIB)} MiB`
  const lines = compared.map(
    (one) =>
      `Server memory at ${one.size.toLocaleString('en')} people: ${mib(one.rssBefore)} before the load, ${mib(one.rssAfter)} after it.`,
  )
  return ['## Memory\n', ...lines, ''].join('\n')
}

export function table({ size, lines, fillSeconds }: Compared): string {
  const rows = lines.map(
    (line) =>
      `| ${line.words} | ${line.connections} | ${Math.round(line.product.perSecond)} | ${Math.round(line.floor.perSecond)} | **${(line.product.perSecond / line.floor.perSecond).toFixed(2)}** | ${line.product.p50.toFixed(1)} | ${line.product.p95.toFixed(1)} | ${line.floor.p95.toFixed(1)} | ${line.statements} | ${line.product.errors} |`,
  )
  return [
    `## ${size.toLocaleString('en')} people (filled in ${fillSeconds.toFixed(0)} s)\n`,
    '| act | connections | product /s | floor /s | ratio | p50 ms | p95 ms | floor p95 ms | statements | errors |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** How the 95th percentile grows from the smallest to the largest size. */
export function growth(compared: readonly Compared[]): string {
  const [small, large] = [compared[0], compared.at(-1)]
  if (!small || !large || small === large) return ''
  const rows = small.lines.flatMap((line) => {
    const big = large.lines.find((one: Line) => one.key === line.key && one.connections === line.connections)
    return big
      ? [
          `| ${line.words} | ${line.connections} | ${line.product.p95.toFixed(1)} | ${big.product.p95.toFixed(1)} | **${(big.product.p95 / line.product.p95).toFixed(2)}** |`,
        ]
      : []
  })
  return [
    `## Growth of p95 from ${small.size.toLocaleString('en')} to ${large.size.toLocaleString('en')} people\n`,
    'Up to 200,000 people stand in one county, far more than any has; 2,000,000 stand in 589 counties of the usual 3,397, as a deployment grows county by county.\n',
    '| act | connections | p95 small | p95 large | ratio |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
