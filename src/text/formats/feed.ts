import { type Format, NOTHING, SURE } from './format.ts';

export const feed: Format = { id: 'feed', recognises: () => SURE.no, read: async () => NOTHING };
