export type Spot = { lon: number; lat: number }
export type Frame = { width: number; height: number; margin: number }
export type Projection = { at: (spot: Spot) => { x: number; y: number }; metresPerUnit: number }

const METRES_PER_DEGREE = 111_320
/** A single point still needs some ground around it: about 2 km. */
const LEAST_DEGREES = 0.02

/** Fits points into a frame, north up, both directions at one scale (equirectangular at the middle latitude). */
export function projectionOf(spots: readonly Spot[], { width, height, margin }: Frame): Projection {
  const lons = spots.map((spot) => spot.lon)
  const lats = spots.map((spot) => spot.lat)
  const middle = { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 }
  const squeeze = Math.cos((middle.lat * Math.PI) / 180)
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * squeeze, LEAST_DEGREES)
  const tall = Math.max(Math.max(...lats) - Math.min(...lats), LEAST_DEGREES)
  const unitsPerDegree = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
  return {
    at: ({ lon, lat }) => ({
      x: width / 2 + (lon - middle.lon) * squeeze * unitsPerDegree,
      y: height / 2 - (lat - middle.lat) * unitsPerDegree,
    }),
    metresPerUnit: METRES_PER_DEGREE / unitsPerDegree,
  }
}

/** A round distance (1, 2 or 5 times a power of ten, in metres) that is drawn at most `most` units long. */
export function scaleBar(metresPerUnit: number, most: number): { metres: number; units: number } {
  const power = 10 ** Math.floor(Math.log10(metresPerUnit * most))
  const metres = [5, 2, 1].map((step) => step * power).find((one) => one <= metresPerUnit * most) ?? power
  return { metres, units: metres / metresPerUnit }
}
