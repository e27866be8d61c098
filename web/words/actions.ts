/** What an entry of the journal says was done. */
const WORDS: Readonly<Record<string, string>> = {
  'documents.add': 'added a document',
  'readings.add': 'recorded a reading',
  'origins.join': 'joined two origins',
  'reviews.add': 'reviewed a statement',
  'weigh.record': 'recorded a weighing',
  'cases.record': 'recorded a case',
  'data.add': 'added a table of incidents',
};

export const actionWords = (action: string): string => WORDS[action] ?? action;
