import type { Route } from '#vocabulary/route.ts'

/** Routes as schematic lines for the map, longitude then latitude: drawn by hand, no track of anyone. */
export const routeLines: Partial<Record<Route, [lon: number, lat: number][]>> = {
  CMED: [
    [15.6, 32.8],
    [16.2, 34.2],
    [16.4, 35.4],
    [15.6, 36.9],
  ],
  EMED: [
    [30.4, 36],
    [28.4, 35.2],
    [26.6, 35.1],
    [25.6, 35.2],
  ],
  WMED: [
    [2.8, 37],
    [2.5, 38],
    [2.6, 39.1],
  ],
  WAFR: [
    [-17.6, 20],
    [-18.9, 22],
    [-18.6, 24.6],
    [-16.2, 27.6],
  ],
  WBAL: [
    [22.6, 41],
    [21.4, 43],
    [19.6, 45],
    [16.4, 46],
  ],
}
