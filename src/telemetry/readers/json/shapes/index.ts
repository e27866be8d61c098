import type { JsonObject, Shape } from '../shape.ts';
import { PLAIN_SHAPE } from './plain.ts';
import { WINDOWS_SHAPES } from './windows.ts';

/** All shapes, in the order in which they are asked. The last takes everything. */
export const SHAPES: readonly Shape[] = [...WINDOWS_SHAPES, PLAIN_SHAPE];

/** The shape of a record. */
export function shapeOf(record: JsonObject): Shape {
  return SHAPES.find((shape) => shape.is(record)) ?? PLAIN_SHAPE;
}
