/** A place as a unit vector from the centre of the earth, taken as a sphere. */
export type Vector = readonly [x: number, y: number, z: number]

const earthRadiusKm = 6371

/** A place on the unit sphere. */
export function unitVector(lon: number, lat: number): Vector {
  const [l, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180]
  return [Math.cos(b) * Math.cos(l), Math.cos(b) * Math.sin(l), Math.sin(b)]
}

/** Kilometres along the sphere for the cosine of the angle between two unit vectors. */
export const kmOfCosine = (cosine: number): number =>
  earthRadiusKm * Math.acos(Math.min(1, Math.max(-1, cosine)))
