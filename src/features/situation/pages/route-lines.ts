import type { Route } from '#vocabulary/route.ts'

/** Routes as schematic lines for the map, longitude then latitude: drawn by hand, no track of anyone. */
export const routeLines: Partial<Record<Route, [lon: number, lat: number][]>> = {
  CMED: [
    [12.2, 33.1],
    [12.4, 34.2],
    [12.6, 35.3],
    [13.2, 37],
  ],
  EMED: [
    [30.4, 36],
    [27.5, 35.2],
    [22, 35.6],
    [17.5, 38],
  ],
  WMED: [
    [-0.8, 35.8],
    [-1.2, 36.6],
    [-1.6, 37.3],
  ],
  WAFR: [
    [-17.4, 20.8],
    [-16.6, 23.6],
    [-15.4, 26],
    [-14.8, 27.7],
  ],
  WBAL: [
    [22.6, 41],
    [21.4, 43],
    [19.6, 45],
    [16.4, 46],
  ],
}
