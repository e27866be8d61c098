/**
 * How well one piece of evidence fits one hypothesis (Heuer 1999, ch. 8): very consistent, consistent, neutral, inconsistent,
 * very inconsistent; NA where the evidence does not bear on the hypothesis at all, which is not the same as neutral.
 */
export const RATINGS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;
export type Rating = (typeof RATINGS)[number];
