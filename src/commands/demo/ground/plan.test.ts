import assert from 'node:assert/strict'
import test from 'node:test'
import { listChildren, subtree } from '#modules/places/regions/index.ts'
import { GRIDDED, POSITIONS, SITES, STREET_SHARES } from './plan.ts'

const streets = new Map(listChildren('371424').map((street) => [street.short, street.code]))
const communitiesOf = (street: string) => {
  const code = streets.get(street)?.slice(0, 9) ?? '-'
  return subtree('371424').flatMap((one) => (one.level === 'community' && one.code.startsWith(code) ? [one.short] : []))
}

test('every street of the plan is one of the county’s twelve, and each has its position', () => {
  for (const name of [...Object.keys(STREET_SHARES), ...Object.keys(GRIDDED), ...SITES.map(([, , street]) => street)])
    assert.ok(streets.has(name), name)
  assert.deepEqual(new Set(Object.keys(POSITIONS)), new Set(streets.keys()))
})

test('gridded communities and those with a site are in the table', () => {
  for (const [street, communities] of Object.entries(GRIDDED))
    for (const name of communities) assert.ok(communitiesOf(street).includes(name), name)
  for (const [site, , street, community] of SITES)
    if (community) assert.ok(communitiesOf(street).includes(community), site)
})

test('positions lie within the county’s bounds', () => {
  for (const [name, [lon, lat]] of Object.entries(POSITIONS))
    assert.ok(lon > 116.7 && lon < 117 && lat > 37 && lat < 37.4, name)
})
