/** How much of a hostile or huge input is worked on. Sizes are bytes unless they say otherwise. */
export interface Limits {
  /** Markup parsed at most; the rest of a longer page is left out and said so. */
  readonly maxMarkup: number;
  /** Characters of plain text kept at most. */
  readonly maxText: number;
  readonly maxPages: number;
  /** Bytes that one entry of an archive may inflate to. */
  readonly maxInflated: number;
  /** Entries of an archive, a feed or a mail looked at. */
  readonly maxEntries: number;
  /** How deep mails within mails are followed. */
  readonly maxDepth: number;
}

export const LIMITS: Limits = {
  maxMarkup: 6 * 2 ** 20,
  maxText: 32 * 2 ** 20,
  maxPages: 2_000,
  maxInflated: 64 * 2 ** 20,
  maxEntries: 5_000,
  maxDepth: 3,
};
