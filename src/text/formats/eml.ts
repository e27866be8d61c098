import { type Format, NOTHING, SURE } from './format.ts';

export const eml: Format = { id: 'eml', recognises: () => SURE.no, read: async () => NOTHING };
