/** What the parts of a time can be. ISO weeks reach 53; years are those of event logs, so that a range of years stays a short list. */
export const TIME_RANGES = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  week: [1, 53],
  month: [1, 12],
  year: [1970, 2199],
} as const;
