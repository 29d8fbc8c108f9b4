import { fileURLToPath } from 'node:url'
import type { RegionRow } from './county-block.ts'
import { findCounties, pathOf } from './county-search.ts'
import { type RegionIndex, readCounty, readRegionIndex } from './region-file.ts'
import { type RegionLevel, shortName } from './short-name.ts'

export type { RegionLevel }

/** The national table as of 2023-06-30, the last that the bureau of statistics published down to the village. */
export const regionYear = 2023

const FILE = fileURLToPath(new URL(`./regions-${regionYear}.bin`, import.meta.url))
const LEVELS: Record<number, RegionLevel> = { 2: 'province', 4: 'city', 6: 'county', 9: 'street', 12: 'community' }

export interface Region {
  code: string
  name: string
  short: string
  level: RegionLevel
}

export interface CountyHit extends Region {
  path: string
}

export function listProvinces(): Region[] {
  return upperUnder('', 2)
}

/** Codes of 2, 4, 6, 9 or 12 digits. 东莞, 中山 and 儋州 are city and county in one: 12 digits mean the county, four the city. An unknown code has no children. */
export function listChildren(code: string): Region[] {
  const key = keyOf(code)
  if (key.length === 2) return upperUnder(key, 4)
  if (key.length === 4) return upperUnder(key, 6)
  if (key.length === 6)
    return rowsOf(key)
      .filter((row) => row.code.length === 9)
      .map(toRegion)
  if (key.length !== 9) return []
  const streets = rowsOf(key.slice(0, 6))
  return streets.filter((row) => row.code.length === 12 && row.code.startsWith(key)).map(toRegion)
}

export function findRegion(code: string): Region | undefined {
  const key = keyOf(code)
  const row = key.length <= 6 ? index().upper.get(key) : rowsOf(key.slice(0, 6)).find((each) => each.code === key)
  return row && toRegion(row)
}

/** All streets and communities of the county, each street followed by its communities; empty for what is no county. */
export function subtree(county: string): Region[] {
  return rowsOf(keyOf(county)).map(toRegion)
}

/** For the first-run page: at most `limit` counties whose address has the words (德州 临邑) or whose code begins so. */
export function searchCounties(text: string, limit = 20): CountyHit[] {
  const hits = findCounties(index(), text).slice(0, limit)
  return hits.map((county) => ({ ...toRegion(county), path: pathOf(index(), county) }))
}

let loaded: RegionIndex | undefined
/** Provinces, cities and counties stay in memory once asked for, some 3,300 rows; everything below is read each time. */
function index(): RegionIndex {
  loaded ??= readRegionIndex(FILE)
  return loaded
}

function rowsOf(key: string): RegionRow[] {
  const county = index().upper.get(key)
  return county?.bytes ? readCounty(FILE, county) : []
}

function upperUnder(prefix: string, digits: number): Region[] {
  const rows = [...index().upper.values()]
  return rows.filter(({ code }) => code.length === digits && code.startsWith(prefix)).map(toRegion)
}

/** Without the zeros that only fill up; 441900000000 keeps six digits because there is such a county. */
function keyOf(code: string): string {
  if (!/^\d{12}$/.test(code)) return /^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(code) ? code : ''
  const key = code.replace(/(0{3}|0{6})$/, '')
  if (key.length > 6 || index().upper.has(key)) return key
  return key.replace(/(00|0000)$/, '')
}

function toRegion({ code, name }: RegionRow): Region {
  const level = LEVELS[code.length] ?? 'community'
  return { code: code.padEnd(12, '0'), name, short: shortName(name, level), level }
}
