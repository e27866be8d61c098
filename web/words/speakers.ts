/** The ledger's own name for a document that speaks in its own voice, and the words that people read and type for it. */
export const OWN_VOICE = 'narrator';
const WORDS = 'the document';

export const speakerWords = (speaker: string): string => (speaker === OWN_VOICE ? WORDS : speaker);

export const speakerOf = (words: string): string => (words.trim().toLowerCase() === WORDS ? OWN_VOICE : words);
