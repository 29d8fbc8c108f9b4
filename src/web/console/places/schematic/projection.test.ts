import assert from 'node:assert/strict'
import test from 'node:test'
import { projectionOf, scaleBar } from './projection.ts'

const frame = { width: 900, height: 380, margin: 60 }

test('every point lies inside the frame, north above south and east right of west', () => {
  const spots = [
    { lon: 116.8, lat: 37.1 },
    { lon: 116.95, lat: 37.3 },
    { lon: 116.9, lat: 37.2 },
  ]
  const { at } = projectionOf(spots, frame)
  for (const { x, y } of spots.map(at)) {
    assert.ok(x >= frame.margin - 1e-6 && x <= frame.width - frame.margin + 1e-6)
    assert.ok(y >= frame.margin - 1e-6 && y <= frame.height - frame.margin + 1e-6)
  }
  const [southWest, northEast] = [at({ lon: 116.8, lat: 37.1 }), at({ lon: 116.95, lat: 37.3 })]
  assert.ok(northEast.y < southWest.y && northEast.x > southWest.x)
})

test('a single point stands in the middle with some ground around it', () => {
  const { at, metresPerUnit } = projectionOf([{ lon: 116.8667, lat: 37.1906 }], frame)
  assert.deepEqual(at({ lon: 116.8667, lat: 37.1906 }), { x: 450, y: 190 })
  assert.ok(metresPerUnit * frame.width > 1000)
})

test('a kilometre is as long to the east as to the north', () => {
  const { at, metresPerUnit } = projectionOf(
    [
      { lon: 116.8, lat: 37.1 },
      { lon: 116.95, lat: 37.3 },
    ],
    frame,
  )
  const east = at({ lon: 116.8 + 1 / (111.32 * Math.cos((37.2 * Math.PI) / 180)), lat: 37.1 })
  const north = at({ lon: 116.8, lat: 37.1 + 1 / 111.32 })
  const from = at({ lon: 116.8, lat: 37.1 })
  assert.ok(Math.abs((east.x - from.x) * metresPerUnit - 1000) < 1)
  assert.ok(Math.abs((from.y - north.y) * metresPerUnit - 1000) < 1)
})

const bars: [metresPerUnit: number, metres: number][] = [
  [1, 100],
  [2, 200],
  [10, 1000],
  [31.5, 5000],
  [63, 10_000],
]
for (const [metresPerUnit, metres] of bars)
  test(`where a unit is ${metresPerUnit} m the scale bar says ${metres} m`, () => {
    const bar = scaleBar(metresPerUnit, 160)
    assert.equal(bar.metres, metres)
    assert.ok(bar.units <= 160 && bar.units > 30)
  })
