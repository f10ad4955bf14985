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

/** The cosine of the angle that so many kilometres along the sphere span. */
export const cosineOfKm = (km: number): number => Math.cos(km / earthRadiusKm)

/** The cosine of the angle between two unit vectors. */
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
