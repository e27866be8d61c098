import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json';
import { LETTERS_OF } from './iso.ts';
import { equalEarth, type Place, type Point } from './project.ts';

export interface Shape {
  /** ISO 3166-1, '' where the outline belongs to none. */
  readonly country: string;
  /** For the `d` of a path. */
  readonly line: string;
  /** The middle of the largest piece of land. */
  readonly middle: Point;
}

type Ring = readonly Place[];

/** Every country as a shape on a map of this width, points that would fall on each other left out. */
export function shapesOf(width: number): Shape[] {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries).features.flatMap(({ id, properties, geometry }) => {
    const polygons: readonly (readonly Ring[])[] =
      geometry?.type === 'Polygon'
        ? [geometry.coordinates as unknown as readonly Ring[]]
        : geometry?.type === 'MultiPolygon'
          ? (geometry.coordinates as unknown as readonly (readonly Ring[])[])
          : [];
    const drawn = polygons.map((rings) => rings.map((ring) => ring.map((place) => equalEarth(place, width))));
    const outer = drawn.flatMap((rings) => rings.slice(0, 1)).map((ring) => ({ ring, area: Math.abs(areaOf(ring)) }));
    const largest = outer.sort((a, b) => b.area - a.area)[0];
    if (!largest) return [];
    return [
      {
        country: LETTERS_OF.get(String(id ?? properties.name)) ?? '',
        line: drawn.flat().map(lineOf).join(''),
        middle: middleOf(largest.ring),
      },
    ];
  });
}

/** Half a pixel apart is near enough. */
const NEAR = 0.5;

function lineOf(ring: readonly Point[]): string {
  let [lastX, lastY] = [Infinity, Infinity];
  let line = '';
  let points = 0;
  for (const [x, y] of ring) {
    if (Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) continue;
    line += `${points++ === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  }
  // An island of less than a pixel is drawn as a dot of its own.
  return points < 3 && ring[0] ? `M${ring[0][0].toFixed(1)},${ring[0][1].toFixed(1)}h.6v.6h-.6z` : `${line}Z`;
}

/** Twice the signed area (the shoelace formula). */
function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  for (let n = 0; n < ring.length; n++) {
    const [a, b] = [ring[n]!, ring[(n + 1) % ring.length]!];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** The centre of gravity of a ring; its first point where it has no area. */
function middleOf(ring: readonly Point[]): Point {
  const area = areaOf(ring);
  if (Math.abs(area) < 1e-6) return ring[0]!;
  let [x, y] = [0, 0];
  for (let n = 0; n < ring.length; n++) {
    const [a, b] = [ring[n]!, ring[(n + 1) % ring.length]!];
    const part = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * part;
    y += (a[1] + b[1]) * part;
  }
  return [x / (3 * area), y / (3 * area)];
}
