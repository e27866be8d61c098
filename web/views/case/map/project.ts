/** Degrees east and north. */
export type Place = readonly [longitude: number, latitude: number];
export type Point = readonly [x: number, y: number];

/** Coefficients of Equal Earth. */
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796] as const;
const M = Math.sqrt(3) / 2;
/** Half the width and height of the whole world in the projection's own units. */
const REACH: Point = [2.7066, 1.3173];
const RADIANS = Math.PI / 180;

/**
 * Equal Earth: areas keep their proportions, so that no country looks larger than it is (B. Šavrič, T. Patterson, B. Jenny, "The Equal
 * Earth map projection", 2018, equations 2 to 4). The world is `width` wide and about half as high.
 */
export function equalEarth([longitude, latitude]: Place, width: number): Point {
  const t = Math.asin(M * Math.sin(latitude * RADIANS));
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const x = (longitude * RADIANS * Math.cos(t)) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
  const y = t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
  const scale = width / (2 * REACH[0]);
  return [(x + REACH[0]) * scale, (REACH[1] - y) * scale];
}

export const heightOf = (width: number): number => (width * REACH[1]) / REACH[0];
