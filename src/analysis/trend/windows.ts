import { type Day, type Span, shift, toDay } from './days.ts';

/** Days compared: `[start, trigger)` against `[trigger, end)`. */
export interface Windows {
  readonly start: Day;
  readonly trigger: Day;
  readonly end: Day;
}

export function windowsAround(trigger: string, before: Span, after: Span): Windows {
  const day = toDay(trigger);
  return { start: shift(day, before, -1), trigger: day, end: shift(day, after, 1) };
}

export const lengths = ({ start, trigger, end }: Windows) => ({ before: trigger - start, after: end - trigger });
