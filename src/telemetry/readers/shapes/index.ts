import type { Layout, LogRecord, OnlyLayout, Shape } from '../record/layout.ts';
import { ZEEK_SHAPE } from '../zeek/layouts.ts';
import { CLOUD_SHAPES } from './cloud.ts';
import { ECS_SHAPES } from './ecs.ts';
import { HOST_SHAPES } from './hosts.ts';
import { PLAIN } from './plain.ts';
import { WINDOWS_SHAPES } from './windows.ts';

/** All shapes, in the order in which they are asked. */
export const SHAPES: readonly (OnlyLayout | Shape)[] = [
  ...WINDOWS_SHAPES,
  ZEEK_SHAPE,
  ...CLOUD_SHAPES,
  ...HOST_SHAPES,
  ...ECS_SHAPES,
];

/** Where a record keeps things. What no shape knows is read as it stands. */
export function layoutOf(record: LogRecord, file: string): Layout {
  for (const shape of SHAPES) if (shape.is(record)) return 'layout' in shape ? shape.layout(record, file) : shape;
  return PLAIN;
}
