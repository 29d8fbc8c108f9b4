import type { Cost } from '../trust/cost.ts'
import { TAKEN } from '../trust/take-away.ts'

/** What is left of the rate when a protection is there, of the rate without it. */
export function costTable({ size, lines }: Cost): string {
  const rows = lines.map(
    (line) =>
      `| ${line.words} | ${line.connections} | ${Math.round(line.perSecond)} | ${TAKEN.map((taken) => line.ratios[taken].toFixed(2)).join(' | ')} | ${line.errors} |`,
  )
  return [
    `## Cost of trust at ${size.toLocaleString('en')} people\n`,
    'Each figure is the rate of the whole product ÷ its rate without one protection (median of rounds in turn, each server on a database of its own): 0.90 means that the protection costs a tenth.',
    'The product has no switch for any of them; the bench puts something else in their place: a module that lets answers pass unmasked, a vault that passes text through (and rows filled with it), a database',
    'without policies (the reader’s scope in the statements stays), a house whose visits note nothing. “nothing” is the whole product against itself: how far chance alone goes.\n',
    `| act | connections | whole /s | ${TAKEN.join(' | ')} | errors |`,
    `|---|---|---|${TAKEN.map(() => '---|').join('')}---|`,
    ...rows,
    '',
  ].join('\n')
}
