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
    const drawn = polygons.map((rings) =>
      rings.flatMap(cutAtDateLine).map((ring) => ring.map((place) => equalEarth(place, width))),
    );
    const outer = drawn.flat().map((ring) => ({ ring, area: Math.abs(areaOf(ring)) }));
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

/**
 * A ring that crosses the date line (the atlas has such countries in one piece) as the pieces on either side of it. Longitudes are made
 * to run on past 180, and the ring is cut there (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).
 */
function cutAtDateLine(ring: Ring): Ring[] {
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  let [least, most] = [Infinity, -Infinity];
  const run = ring.map(([longitude, latitude]): Place => {
    if (longitude - before > 180) turn -= 360;
    else if (longitude - before < -180) turn += 360;
    before = longitude;
    least = Math.min(least, longitude + turn);
    most = Math.max(most, longitude + turn);
    return [longitude + turn, latitude];
  });
  if (least >= -180 && most <= 180) return [ring];
  return [-360, 0, 360]
    .map((shift) =>
      clip(
        clip(
          run.map(([x, y]): Place => [x + shift, y]),
          1,
        ),
        -1,
      ),
    )
    .filter((piece) => piece.length > 2);
}

/** What of a ring lies at or below 180 degrees on the east (side 1) or west (side -1). */
function clip(ring: Ring, side: 1 | -1): Ring {
  const kept: Place[] = [];
  ring.forEach((end, n) => {
    const start = ring[(n + ring.length - 1) % ring.length]!;
    const [a, b] = [start[0] * side, end[0] * side];
    if (a > 180 !== b > 180) {
      const share = (180 - a) / (b - a);
      kept.push([180 * side, start[1] + share * (end[1] - start[1])]);
    }
    if (b <= 180) kept.push(end);
  });
  return kept;
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
