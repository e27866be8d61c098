/** What an entry of the journal says was done. */
const WORDS: Readonly<Record<string, string>> = {
  'documents.add': 'added a document',
  'readings.add': 'recorded a reading',
  'reviews.add': 'reviewed a statement',
};

export const actionWords = (action: string): string => WORDS[action] ?? action;
